"""The READMEs: which videos they speak for, the codecs they name, and where they say to get them. May use naming, not
the videos' rules.
"""
