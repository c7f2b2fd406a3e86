"""Who turns staged pages into a site."""
