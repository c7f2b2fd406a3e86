"""Checks of words: the ones we use, and advice that must never be given."""
