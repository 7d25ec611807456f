"""Bytes to model: the only room that opens files and imports the parsers of PDF, zip and video."""
