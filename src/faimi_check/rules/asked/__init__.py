"""REQ001 to REQ007: what only some calls ask for; each runs only where a profile names it. May use naming."""
