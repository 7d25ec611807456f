"""The videos and unpublished papers that a paper cites, against those that its supplement holds (SUP011, SUP004).

May use the READMEs.
"""
