"""faimi-check: does this submission keep the rules of the call?"""

__version__ = "0.1.0"
