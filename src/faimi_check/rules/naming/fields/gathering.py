"""The traces of several fields put together, as one finding each kind tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField
from faimi_check.model.text.counted import and_more, first_of, quote
from faimi_check.rules.naming.fields.traces import Trace, traces
from faimi_check.rules.naming.identity import fold

_AT_A_GLANCE = 160


class Gathered(msgspec.Struct):
    """The traces of one code, wherever they stand."""

    code: str
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    fields: list[MetadataField] = msgspec.field(default_factory=list)
    confidence: Confidence = Confidence.POSSIBLE

    @property
    def pages(self) -> list[int]:
        """The pages it was found on, in order, each once."""
        return sorted({found.page for found in self.fields if found.page is not None})

    def quoted(self) -> str:
        """What was found, in quotation marks, of a length that a line of a message can hold."""
        return quote("; ".join(list(self.texts.values())[:6])) + and_more(len(self.texts) - 6)

    def beside_evidence(self) -> str:
        """`: “Jane Doe”` where the evidence is so long that it would be lost there; else nothing."""
        return f": {self.quoted()}" if len(self.evidence()) > _AT_A_GLANCE else ""

    def listed_fields(self) -> str:
        """`Author (Info dictionary), dc:creator (XMP)`."""
        return first_of(dict.fromkeys(f"{found.key} ({found.place})" for found in self.fields), 4)

    def evidence(self) -> str:
        """`Author: Jane Doe` with each key that says so."""
        return "; ".join(dict.fromkeys(f"{found.key}: {found.value}" for found in self.fields[:200]))


def gather(
    fields: Iterable[MetadataField], in_text: Mapping[MetadataField, tuple[Trace, ...]] | None = None
) -> list[Gathered]:
    """All traces in the fields, those of one code together, so that a list of eight authors is not eight findings.

    `in_text` holds what else was found in a field, with the paper's own words in mind.
    """
    return gather_traces((one, (*traces(one), *(in_text or {}).get(one, ()))) for one in fields)


def gather_traces(traced: Iterable[tuple[MetadataField, Iterable[Trace]]]) -> list[Gathered]:
    """The same of fields whose traces are known."""
    found: dict[str, Gathered] = {}
    for one, told in traced:
        for trace in told:
            gathered = found.setdefault(trace.code, Gathered(trace.code))
            gathered.texts.setdefault(fold(trace.text), trace.text)
            gathered.fields.append(one)
            if trace.confidence.rank > gathered.confidence.rank:
                gathered.confidence = trace.confidence
    return list(found.values())
