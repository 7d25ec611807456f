"""How files are written: whole or not at all, and out of sight while they are made. Uses no other room."""
