"""Checks about the two languages."""
