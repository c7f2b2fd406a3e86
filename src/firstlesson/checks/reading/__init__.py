"""Checks about how hard a text is to read for those it is written for."""
