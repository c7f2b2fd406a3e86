"""Checks about the plan, ids and dates."""
