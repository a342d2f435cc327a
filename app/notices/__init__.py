"""What people are told: notices in the app, and mail through the outbox."""
