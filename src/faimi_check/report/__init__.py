"""Reports: what was found, as text for a terminal, a browser, a spreadsheet or a machine. May use the model
and writing only.
"""
