"""What a page holds, as PDFium tells it: text runs, glyphs, fonts, drawings, links. Uses no other room of the page."""
