"""Writing what is new, and nothing else."""
