"""What a browser opens: the report of a submission and the overview of a run. May use wording."""
