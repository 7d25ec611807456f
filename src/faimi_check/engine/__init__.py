"""The engine: a submission and a venue's profile give a report. Pure: no I/O, no printing. May use rules and venues."""

from faimi_check.engine.compiling import compile_report
from faimi_check.engine.judging import begin, check, verdict
from faimi_check.engine.running import HITS_A_RULE
from faimi_check.engine.runs import LeftOpen
from faimi_check.engine.selection import Selection
from faimi_check.engine.triage import triage

__all__ = ["HITS_A_RULE", "LeftOpen", "Selection", "begin", "check", "compile_report", "triage", "verdict"]
