"""REQ001 to REQ007: what only some calls ask for. Each runs only where a profile names it. Uses naming for the text."""
