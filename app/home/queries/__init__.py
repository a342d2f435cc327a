"""What the first pages ask the database. Each page asks a fixed number of questions, whatever there is."""
