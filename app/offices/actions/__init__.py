"""What people do with offices, one module per noun. Each runs inside the caller's transaction."""
