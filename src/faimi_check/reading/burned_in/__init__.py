"""Text in pictures: figures, scanned pages, frames, QR codes. Needs the extra `pictures`; fetches nothing. May use all
other rooms of reading.
"""
