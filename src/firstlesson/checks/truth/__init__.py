"""Checks that what is said as a fact has a source and is so in Albania."""
