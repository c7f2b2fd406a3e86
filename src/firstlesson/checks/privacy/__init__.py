"""Checks about what a child, a family or a colleague could be recognised by."""
