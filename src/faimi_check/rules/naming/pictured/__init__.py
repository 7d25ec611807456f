"""What the lettering of a picture tells of authors and patients, alike for figures, scanned pages and frames, out
of the words that reading found there (`burned_in`). May use people and identity.
"""
