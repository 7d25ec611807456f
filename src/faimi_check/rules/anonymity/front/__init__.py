"""What stands above, beside and round the text: author section, addresses of contact, running heads."""
