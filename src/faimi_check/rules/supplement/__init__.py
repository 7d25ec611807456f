"""The zip: SUP001 to SUP010, and in rooms of their own the READMEs (RME) and the videos (VID). May use naming."""
