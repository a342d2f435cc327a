"""Sign-offs of channel owners."""
