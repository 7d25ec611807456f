"""The words in pictures: figures, scanned pages, frames, QR codes; whom they name is the rules' to say (`pictured`).

Needs the extra `pictures`; fetches nothing. May use all other rooms of reading.
"""
