"""From the course to pages: pure functions, no host in sight."""
