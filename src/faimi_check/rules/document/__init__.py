"""The paper as a file and its length: DOC001 to DOC005, LEN001 to LEN003. May use naming for the paper's text."""
