"""The huddle: an agenda made from what is due, blocked, new or won; notes, and actions with owners and dates."""
