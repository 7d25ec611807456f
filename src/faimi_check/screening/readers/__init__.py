"""One submission read by workers, part by part, into a private folder; what was lost is said. May use processes."""
