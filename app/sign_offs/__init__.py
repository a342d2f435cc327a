"""Sign-offs: what each channel's owner says of a version, and what follows from it."""
