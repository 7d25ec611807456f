"""Whom a text tells of that no page prints, wherever in the file it stands. May use fields, pictured and whose."""
