"""The paper as a file and its length: DOC001 to DOC004, LEN001 to LEN003. Uses naming for the paper's text."""
