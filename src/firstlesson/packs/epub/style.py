"""The look of an EPUB: little, because the reader's own settings come first."""

STYLE = """\
body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.25; page-break-after: avoid; break-after: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: .3em .4em; text-align: left; vertical-align: top; }
dt, .fl-ask, .fl-when, .admonition-title { font-weight: bold; }
dd { margin: 0 0 .75em 1em; }
.fl-lead { font-size: 1.1em; }
.fl-chip::after { content: " · "; } .fl-chip:last-child::after { content: ""; }
.fl-note, .fl-guidance, .fl-avoid { border: 1px solid; padding: .25em .75em; margin: 1em 0; }
.admonition, .fl-outcomes, .fl-scene, .fl-branch, .fl-after, .fl-solved { border-left: 3px solid; padding-left: .75em; margin: 1em 0; }
.fl-boxes, .fl-gaps, .fl-choices, .fl-afters, .fl-step { list-style: none; } .fl-boxes, .fl-gaps, .fl-choices, .fl-afters { padding-left: 0; }
.fl-boxes li, .fl-gaps li { margin: .5em 0; }
"""
