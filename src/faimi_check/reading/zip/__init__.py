"""A zip's structure and entries, without trusting either; nothing is unpacked to disk unasked. May use the modules of
reading beside it.
"""
