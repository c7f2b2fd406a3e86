"""Checks about readers who see, hear or read differently."""
