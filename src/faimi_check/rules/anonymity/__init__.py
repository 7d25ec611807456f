"""ANON001 to ANON023 but ANON013: a room for each place where authors show. Its rooms may use naming, and not one
another.
"""
