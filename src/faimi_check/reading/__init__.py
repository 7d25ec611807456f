"""Bytes to model: the only room that opens what was handed in and imports the parsers of PDF, zip and video. May use
the model only.
"""
