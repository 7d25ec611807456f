"""The file below its pages, read with pypdf: its objects, what they say and do, its earlier states and its fonts.

`structure` puts it together. May use page.
"""

from faimi_check.reading.pdf.loading import load_pypdf

load_pypdf()
