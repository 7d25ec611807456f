"""A paper's text in flows that read on, its sentences and citations, and every place where text stands. No
judgement. May use identity.
"""
