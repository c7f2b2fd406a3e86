"""What the fuzz puts into files: the signs that mean something to a parser."""

from __future__ import annotations

# fmt: off
YAML_SIGNS = [
    "a", "ë", "a: ", "sq: ", "en: ", "- ", "  ", "\n", "\n  ", "\t", ": ", "{", "}", "[", "]",
    ", ", '"', "'", "&x ", "*x", "!t ", "<<: ", "? ", "---\n", "...\n", "# ", "|\n", ">-\n",
    "%", "\x00", "\ufeff", "\u2028", "\x85", "🙂", "@", "`", "\u202e", "\u200b", "\u0435",
    "e\u0308", "0x1F", "12:30",
]
MARKDOWN_SIGNS = [
    "a", "ë", " ", "\n", "\n\n", "    ", "\t", "# ", "## ", "{#a}", "{: ", "}", "[", "]", "(",
    ")", "![", "](", "](term:a)", "](javascript:x)", "<b>", "<div markdown>", "</div>", "<!--",
    "-->", "<script>", "<img src=x onerror=y>", "<?", "<![CDATA[", "&#x6A;", "&lt;", "`", "```",
    "~~~", "|", "!!! say", '"', "| ", "|---|\n", "> ", "- ", "1. ", "*", "**", "_", "\\",
    "[a]: b\n", "===", "---", "116 111", "\x00", "\x02", "\x03", "\u2028", "🙂", "\u202e",
    "\u200b", "\u0410", "ana@gmail.com", "http://", "<!-- firstlesson: ignore[ACC001] -->",
    "https://a@b.al", "e\u0308", "data:,x", "A12345678B",
]
SVG_SIGNS = [
    "<svg>", "</svg>", "<g>", "</g>", "<a href='", "'>", "<use href='#a'/>", "<style>",
    "</style>", "<!DOCTYPE svg [", "<!ENTITY a 'b'>", "]>", "&a;", "&#0;", "<![CDATA[", "]]>",
    "<?x ?>", "<!--", "-->", "url(", ")", "@import", "\\75", "onload='x'", "xlink:href='",
    "xmlns:x='y'", "\x00", "ë", "<image/>",
    "<text>", "</text>", "<tspan x='1'>", "</tspan>", "<title>", "</title>", "<desc>", "</desc>",
    "aria-label='116 111'", "116 111", "&#49;", "\n",
]
# fmt: on
