"""How likely a text asks whoever, or whatever, judges the paper for something: a learned score. May use the weights of
ownership and the identity's folding."""
