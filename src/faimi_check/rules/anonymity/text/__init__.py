"""What the sentences tell: thanks, data sites, contributions, remarks, paths. May use naming."""
