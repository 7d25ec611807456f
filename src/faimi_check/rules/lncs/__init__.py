"""LNCS001 to LNCS007: whether the paper is set as Springer's LNCS class, or the profile's template, sets it. May use
naming for the paper's text.
"""
