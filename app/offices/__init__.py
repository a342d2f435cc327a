"""The agency's tree of offices with its history, their channels and their rules for reports."""
