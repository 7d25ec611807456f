"""Where a command's words go: the standard streams, the terminal's width and colour, reports on their way out. May
use interface and report.
"""
