"""The videos: they play, they are recordings, and their tags tell nobody's name."""
