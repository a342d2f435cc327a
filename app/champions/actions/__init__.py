"""What the program office does with cycles and seats, one module per noun. Each runs inside the caller's transaction.

Callers then let open reports follow: pain_points.responsibility.reassign, in the same transaction.
"""
