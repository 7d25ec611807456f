"""Texts to authors, and whose wording they have. May use wording."""
