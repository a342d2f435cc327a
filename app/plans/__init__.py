"""The two-page plan: draft, length as rendered, submission, return, acceptance, versions."""
