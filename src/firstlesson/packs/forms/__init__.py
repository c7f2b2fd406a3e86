"""One form of offline copy a module; each says its `FORM`. A library that only it needs is imported late."""
