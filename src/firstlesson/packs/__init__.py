"""The site as one file to carry away."""
