"""Checks about telephone numbers and services."""
