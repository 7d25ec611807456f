"""What a page holds: text runs, glyphs, fonts, drawings."""
