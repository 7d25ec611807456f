"""The authors, where a list of them is given. May use naming."""
