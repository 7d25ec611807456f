"""Which files make which submission: found below folders, in a zip of all, or by a manifest. May use lists and
processes.
"""
