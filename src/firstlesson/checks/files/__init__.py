"""Checks about the files of pictures and recordings."""
