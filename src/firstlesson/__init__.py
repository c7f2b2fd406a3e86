"""First Lesson turns Markdown lessons and protocols into a bilingual site and offline copies."""

__version__ = "0.1.0"
