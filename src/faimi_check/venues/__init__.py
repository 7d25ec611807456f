"""The calls for papers: one profile a venue, which says what its rules weigh and which clause they come from. May use
the rules.
"""
