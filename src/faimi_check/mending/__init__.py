"""What an author can have mended: a PDF freed of what identifies, a supplement packed as the call wants it. May use
reading and the rules.
"""
