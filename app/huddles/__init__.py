"""Huddles: the champions of a cycle meet every two weeks; agenda, minutes, and actions with owners and dates."""
