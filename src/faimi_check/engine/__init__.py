"""The engine: a submission and a venue's profile give a report. Pure: no I/O, no printing."""

from faimi_check.engine.judging import HITS_A_RULE, Selection, check, compile_report, verdict

__all__ = ["HITS_A_RULE", "Selection", "check", "compile_report", "verdict"]
