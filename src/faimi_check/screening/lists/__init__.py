"""What chairs hand in or write: authors and titles as systems export them, decisions, waivers. May use processes, in
which files of others are parsed.
"""
