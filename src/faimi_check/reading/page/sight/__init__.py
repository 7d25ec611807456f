"""What of a page can be seen: hidden text, rendering, garbled text layers. May use objects and layout."""
