"""How a cohort is found: nominations with grounds, endorsements, scores by criteria, the decision and the answer."""
