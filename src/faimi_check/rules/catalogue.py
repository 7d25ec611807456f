"""Importing this module registers every rule."""

from faimi_check.rules import (  # noqa: F401
    acknowledgements,
    active,
    archive,
    archive_traces,
    attached,
    author_block,
    contact,
    contributions,
    data_site,
    document,
    file_name,
    hidden,
    internal_names,
    known_authors,
    length,
    links,
    metadata,
    printed_paths,
    readme,
    readme_address,
    readme_codec,
    readme_content,
    remarks,
    revisions,
    running_head,
    self_citation,
    self_contained,
    supplement,
    supplement_pdf,
    video,
    video_metadata,
)
from faimi_check.rules.lncs import leading, margins, parts, spacing, text_block, type_size, typeface  # noqa: F401
from faimi_check.rules.registry import REGISTRY, Rule

_ORDER = ("DOC", "LEN", "LNCS", "ANON", "MAN", "SUP", "VID", "RME")


def rules() -> tuple[Rule, ...]:
    """All rules, ordered as a report lists them."""
    return tuple(sorted(REGISTRY.values(), key=lambda rule: (_ORDER.index(rule.id[:-3]), rule.id)))
