"""The videos that a paper cites, against those that its supplement holds (SUP011). May use the READMEs."""
