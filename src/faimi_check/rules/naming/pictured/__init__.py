"""What the lettering of a picture tells of authors and patients, alike for figures, scanned pages and frames. May use
people and identity.
"""
