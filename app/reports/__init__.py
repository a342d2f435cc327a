"""Progress reports for a plan, an office or the program: gathered, published, frozen, superseded."""
