"""Whose a link, a work or a statement is, by the words round it. May use text, identity and people."""
