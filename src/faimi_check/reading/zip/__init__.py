"""A zip's structure and entries, without trusting either."""
