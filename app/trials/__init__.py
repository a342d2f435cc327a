"""Small tests of a change: plan, do, study, act; what was predicted and what happened."""
