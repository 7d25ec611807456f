"""The paper as a file, DOC001 to DOC004; in rooms of their own its length, and what is unfinished. May use naming."""
