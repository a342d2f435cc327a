"""The Flask edge that all features share: access, form base, pages, errors, headers. Knows no feature."""
