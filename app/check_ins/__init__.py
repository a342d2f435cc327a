"""Check-ins: what moved, what is stuck, what is needed; and the blockers that rise from them."""
