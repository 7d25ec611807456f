"""The authors, where a list of them is given."""
