"""What the paper's pictures show: figures, scanned pages, QR codes. May use naming."""
