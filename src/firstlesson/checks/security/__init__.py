"""Checks about what could act in a page, ask others for something, or lead astray."""
