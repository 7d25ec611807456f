"""What shows only where a submission is held against the others and against the conference's list."""
