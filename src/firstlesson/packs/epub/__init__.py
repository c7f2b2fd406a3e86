"""How an EPUB is written: its pages, its list of contents, what it says of itself."""
