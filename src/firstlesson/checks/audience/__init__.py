"""Checks about who may read what, and whether help is within reach."""
