"""What every feature stands on and that knows none of them: database, clock, events, jobs, folding, paper, charts."""
