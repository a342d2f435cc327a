"""Funding on evidence: rounds with an envelope, requests that cite what was measured, decisions that stand."""
