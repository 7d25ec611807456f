"""What authors tell of themselves in other languages than English: the same decisions, by each language's words.

May use whose, support and the rooms below them.
"""
