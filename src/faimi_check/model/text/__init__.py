"""Text and words: lines joined to passages, sentences, what every message says alike. May use the facts beside it."""
