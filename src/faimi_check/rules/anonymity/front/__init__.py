"""What stands above, beside and round the text: author section, addresses, running heads. May use naming."""
