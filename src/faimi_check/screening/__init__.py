"""Submissions out of files: finding them, judging each in an isolated worker, one or hundreds."""
