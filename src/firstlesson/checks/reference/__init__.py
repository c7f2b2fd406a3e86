"""Checks about what points at something."""
