"""Search of our own: an index as plain script files, and the little engine that reads them."""
