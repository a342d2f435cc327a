"""The first page of each role, the tabs, health, and the pages that explain the house."""
