"""A video's container, tags and frames, by FFmpeg behind a signature gate. May use zip and pictures."""
