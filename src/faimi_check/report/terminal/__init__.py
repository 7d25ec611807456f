"""What stands on a terminal: a report, a run, its progress. The only room that uses rich. May use wording."""
