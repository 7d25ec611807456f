"""Statements of thanks, funding and interests, and whom they name. May use ownership and the rooms below it."""
