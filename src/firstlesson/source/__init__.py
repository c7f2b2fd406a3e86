"""Texts of authors, and where things stand in them."""
