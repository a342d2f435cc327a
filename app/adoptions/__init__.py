"""Adoptions: a change that worked in one office, taken over by another with its own measure."""
