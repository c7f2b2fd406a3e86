"""Checks about stories: their ways, their endings and whose part the reader plays."""
