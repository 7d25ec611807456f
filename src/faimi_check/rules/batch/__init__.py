"""SUB001 to SUB003: what shows only where a submission is held against the others and against the conference's list.
May use naming for the forms of names.
"""
