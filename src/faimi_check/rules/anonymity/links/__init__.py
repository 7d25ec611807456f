"""Where the links lead. May use naming, which says whose they are."""
