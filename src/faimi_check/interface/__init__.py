"""What other programs may build on: `check` and `screen` for files, `render` for reports. The command line is its
first user. May use screening, report and what lies below them.

Only what `faimi_check` itself offers is promised; see docs/python.md.
"""
