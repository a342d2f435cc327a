"""What people do with accounts, one module per noun. Each runs inside the caller's transaction."""
