"""Statements of thanks, funding and interests, and whom they name. May use text, identity and people."""
