"""The findings on the paper's pictures: what naming (`pictured`) was told by figures, scanned pages and QR codes.

May use naming.
"""
