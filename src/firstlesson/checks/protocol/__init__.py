"""Checks about protocols: their steps, branches, contacts and dates."""
