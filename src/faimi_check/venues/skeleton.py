"""A new profile to fill in: what most calls say, commented, and what further calls say, commented out."""

from __future__ import annotations

import re

# Begins each sentence that is there for an example, and may stand in no call.
SAMPLE = "SAMPLE: "
SAMPLE_SOURCE = "https://example.org/call"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_SKELETON = """\
# A profile of faimi-check. Lines that begin with # are notes or examples; docs/venues.md explains each.
# When it is filled in:  faimi-check venue validate FILE.toml   and   faimi-check check PAPER.pdf --venue FILE.toml

id = "{id}"
title = "{title}"
source = "{source}"     # where the call stands
read = ""                               # when you read it: "2026-05"
# verified = false                      # the text of the call could not be read; nothing is then an error ...
# second_hand = true                    # ... unless somebody else's account of it was
# stage = "camera-ready"                # for final versions: authors are named
blind = "double"                        # double: no names | single: names are required | none: either

# anonymous_supplement = false          # the paper must be anonymous, the supplement need not

# ---- What the call says. Quote it word for word, or say it in your own words with verbatim = false.

[clauses.length]
quote = "{sample}Papers have at most 8 pages and at most 2 further pages of references."
# verbatim = false
# force = "recommendation"              # must (as without this line) | recommendation | human

[clauses.layout]
quote = "{sample}Papers are set in the LNCS template, unchanged."

[clauses.blind]
quote = "{sample}Review is double-blind."

# What no program can judge; each report ends with it.
# [clauses.originality]
# quote = "Papers must not be under review elsewhere."
# force = "human"
# question = "Is the paper under review elsewhere?"

# ---- The template, where it is not LNCS. Messages name it: "the 174.6 mm of the ACME template".
# [template]
# name = "the ACME template"
# class_file = "acme.sty"
# word = ""                             # the same for word processors, if there is one
# columns = 2
# width_mm = 174.6                      # of all columns together
# height_mm = 225
# body_pt = 10
# small_pt = 9                          # abstract, captions, references; 0: not judged
# table_pt = 0
# leading_pt = 12                       # from line to line
# typefaces = ["Times"]

# ---- Which rules check it, and how. Only what is named here is run.

# Of faimi-check itself: the file opens, nothing in it acts or hides, it is whole and was handed in once.
[rules.DOC]
[rules.MAN]
[rules.SUB]
[rules.LEN003]
# content_pages = 6                     # the least; without it only an abstract alone is named

[rules.LEN001]
clause = "length"
content_pages = 8                       # anything but references; 8.5 is possible; leave out for no limit
total_pages = 10                        # in all; leave out for no limit
# uncounted = ["appendix", "acknowledgements", "limitations", "ethics", "impact", "checklist"]

[rules.LEN002]
clause = "length"
reference_pages = 2

[rules.LNCS]                            # a whole family; one of them alone: [rules.LNCS003]
clause = "layout"

[rules.ANON]
clause = "blind"

# ---- What only some calls ask for.
# [rules.REQ001]
# sections = ["limitations", "ethics"]  # also: impact, data, llm, interests, reproducibility, checklist, ...
# [rules.REQ002]
# line_numbers = "required"             # or "forbidden"
# [rules.REQ003]
# paper_id = "required"                 # or "forbidden"
# [rules.REQ004]
# most_words = 250                      # of the abstract
# [rules.REQ005]
# least = 3                             # keywords
# [rules.REQ006]
# megabytes = 20                        # of the paper
# [rules.REQ007]                        # no links at all

# ---- The supplement. Without these rules nothing is said of it.
# [rules.SUP001]                        # one zip, unless:
# files = 3                             # so many files at most, or "unlimited"
# bare = ["pdf", "video"]               # what may come without a zip; also picture, text, any
# archives = true                       # a zip may hold archives of code
# [rules.SUP002]
# videos = ["mp4"]
# others = ["py", "csv", "txt"]         # what may stand beside videos
# [rules.SUP004]
# allowed = "any"                       # PDFs ...
# pages = 4                             # ... of at most so many pages
# [rules.SUP009]
# megabytes = 100
# [rules.SUP010]                        # the call takes no supplement at all
"""


def skeleton(venue: str) -> str:
    """The TOML of a new profile of that id. Raises ValueError where it cannot be an id."""
    if not _ID.fullmatch(venue):
        raise ValueError(f"{venue!r} cannot be an id: small letters, digits and single hyphens only")
    title = venue.replace("-", " ").title()
    return _SKELETON.format(id=venue, title=title, source=SAMPLE_SOURCE, sample=SAMPLE)
