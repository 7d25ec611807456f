"""Whose a mention is: signs in its sentence, and the learned weight of each. May use mentions, people and text."""
