"""One submission read by workers, part by part, into a private folder, and what was lost on the way. May use processes."""
