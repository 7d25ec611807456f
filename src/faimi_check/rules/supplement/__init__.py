"""The zip: SUP001 to SUP011, and in rooms of their own what the paper cites, the READMEs (RME) and the videos (VID).
May use naming.
"""
