"""Finding by words in any script: one fold for storing and asking, newest first."""
