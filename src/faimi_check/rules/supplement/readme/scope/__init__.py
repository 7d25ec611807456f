"""Which README speaks for which video, and which of its lines do. May use the codecs that lines name."""
