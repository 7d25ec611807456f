"""What a field of metadata, a tag or a note tells of its writer. May use people and identity."""
