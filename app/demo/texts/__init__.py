"""What the demo says, language by language. Written for it; every person and place is invented."""
