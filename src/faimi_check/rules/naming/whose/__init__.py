"""Whose a link, a work or a statement is, by the words round it. May use ownership and the rooms below it."""
