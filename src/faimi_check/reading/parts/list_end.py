"""Where a reference list ends: at a heading, a change of size or text of another shape."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.reading.page.layout.titles import is_references_title, opens_after_references
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine
from faimi_check.reading.parts.headings import stands_out

# Addresses are set small at times, or in a typewriter face larger than it should be; shares of the entries' size.
SMALLEST = 0.5
LARGEST = 1.15
TIGHT_STEP = 1.6
INDENT = 3.0


class ListEnd:
    """A list from its first line, and what ends it however it is labelled."""

    def __init__(self, flow: Sequence[FlowLine], first: int, style: Typography) -> None:
        self.flow, self.first, self.style = flow, first, style
        self.size = flow[first].line.size

    def ends(self, at: int) -> bool:
        """Whether this line opens something else: a heading, an appendix."""
        line = self.flow[at].line
        if opens_after_references(line.text) and (stands_out(line, self.style) or len(line.text) < 60):
            return True
        if is_references_title(line.text):
            return True
        bigger = line.size > self.size + 0.8
        bold = line.bold and len(line.text) < 90 and self.flow[at - 1].line.text[-1:] in ".)]0123456789"
        return (bigger or bold) and stands_out(line, self.style)
