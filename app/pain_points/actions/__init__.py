"""What is done with a report: received, answered, confirmed by its reporter, seen elsewhere, linked into a plan."""
