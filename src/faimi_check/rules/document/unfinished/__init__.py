"""What shows that a paper was sent off unfinished: DOC005. May use naming for its text."""
