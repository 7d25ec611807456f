"""What programs read, and what others read in their logs, without names. May use wording."""
