"""Where the links lead."""
