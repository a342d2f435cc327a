"""People: sign-in, sessions, one-use links, the roles they hold and the channels they own."""
