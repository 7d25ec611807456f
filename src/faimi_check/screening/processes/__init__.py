"""Worker processes: how they start, what bounds them, and why one did not come back. Knows nothing of what they do."""
