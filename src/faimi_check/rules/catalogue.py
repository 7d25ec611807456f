"""Importing this module registers every rule."""

from faimi_check.rules.anonymity.below import attached, file_name, internal_names, metadata, notes, revisions  # noqa: F401
from faimi_check.rules.anonymity.earlier_work import self_citation  # noqa: F401
from faimi_check.rules.anonymity.front import author_block, email, orcid, running_head  # noqa: F401
from faimi_check.rules.anonymity.links import identifying_link  # noqa: F401
from faimi_check.rules.anonymity.lists import known_authors  # noqa: F401
from faimi_check.rules.anonymity.pictures import shown  # noqa: F401
from faimi_check.rules.anonymity.text import (  # noqa: F401
    acknowledgements,
    contributions,
    data_site,
    named_in_text,
    printed_paths,
    remarks,
)
from faimi_check.rules.asked import file_size, front_matter, links, review_marks, sections  # noqa: F401
from faimi_check.rules.batch import listing, twins  # noqa: F401
from faimi_check.rules.document import active, readable  # noqa: F401
from faimi_check.rules.document.length import page_limit, reference_pages, too_short  # noqa: F401
from faimi_check.rules.document.unfinished import unfinished  # noqa: F401
from faimi_check.rules.hidden import identity, instructions  # noqa: F401
from faimi_check.rules.lncs import leading, margins, parts, spacing, text_block, type_size, typeface  # noqa: F401
from faimi_check.rules.registry import REGISTRY, Rule
from faimi_check.rules.supplement import (  # noqa: F401
    archive,
    contents,
    entry_names,
    formats,
    leftovers,
    limits,
    pdfs,
    self_contained,
    unsafe_entry,
)
from faimi_check.rules.supplement.cited import missing  # noqa: F401
from faimi_check.rules.supplement.readme import address, codec, content, presence  # noqa: F401
from faimi_check.rules.supplement.videos import audio_track, frames, playing, recommended_codec, slides  # noqa: F401
from faimi_check.rules.supplement.videos import metadata as video_metadata  # noqa: F401

_ORDER = ("DOC", "LEN", "LNCS", "REQ", "ANON", "MAN", "SUB", "SUP", "VID", "RME")


def rules() -> tuple[Rule, ...]:
    """All rules, ordered as a report lists them."""
    return tuple(sorted(REGISTRY.values(), key=lambda rule: (_ORDER.index(rule.id[:-3]), rule.id)))
