"""Text that a reader does not see: MAN001 and ANON013. May use naming."""
