"""How a PDF is made: one XML with everything in it, laid out on paper by Typst, tagged for all readers."""
