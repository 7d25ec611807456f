"""What a submission is and what was found in it: frozen plain data, no I/O, no parsers. Uses no other room."""
