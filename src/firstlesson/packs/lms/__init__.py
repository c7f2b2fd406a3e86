"""Lessons as a school's learning platform takes them."""
