"""How long a paper is, and what of it a call counts: LEN001 to LEN003. May use naming for its text."""
