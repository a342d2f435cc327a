"""What drives customers crazy: frontline reports, who is responsible, what was replied, who else sees it."""
