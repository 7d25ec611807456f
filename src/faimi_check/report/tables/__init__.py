"""What a spreadsheet opens: a row a finding, a submission or a decision. May use wording."""
