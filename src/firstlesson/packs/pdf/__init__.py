"""How a PDF is made: one page of HTML with everything in it, laid out on paper, tagged for all readers."""
