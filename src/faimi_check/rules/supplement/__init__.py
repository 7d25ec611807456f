"""The zip: SUP001 to SUP008, and in rooms of their own the READMEs (RME) and the videos (VID). Uses naming."""
