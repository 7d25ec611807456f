"""The videos: they play, they are recordings, and neither tags nor frames tell anybody's name. May use naming and the
READMEs.
"""
