"""What a file says of itself, its figures and its parts, and no page shows. May use objects."""
