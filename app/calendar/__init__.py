"""The calendar: what is promised and due by day, as pages and as a feed. Looks at all features, owns little."""
