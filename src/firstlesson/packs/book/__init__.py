"""What is read from its first page to its last: the pages of one audience as chapters."""
