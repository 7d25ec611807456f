"""One page, from what PDFium draws to lines with a region each. Knows nothing of the file below or of the paper's
parts.
"""
