"""Submissions out of files: found, read and judged in isolated workers, one or hundreds. May use reading and the
engine; at this level stand what is asked for, and a run with its ledger.
"""
