"""How a ZIM is written: its entries, what it says of itself, and the same bytes every time."""
