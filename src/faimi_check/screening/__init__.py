"""Submissions out of files: found, read and judged in isolated workers, one or hundreds. May use reading, the
engine and what that uses; at this level stand what is asked for, and a run with its ledger.
"""
