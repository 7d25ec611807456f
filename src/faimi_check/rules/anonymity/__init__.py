"""ANON001 to ANON021, a room for each place where authors show. Its rooms use naming, and not one another."""
