"""What the sentences tell: thanks, data sites, contributions, remarks, paths, earlier work. May use naming."""
