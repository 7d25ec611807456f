"""What was measured, as the report shows it: pages, layout, videos."""

from __future__ import annotations

import re
from collections.abc import Iterable

from faimi_check.model.paper import Paper
from faimi_check.model.report import LayoutMeasures, PageMeasures, VideoMeasures
from faimi_check.model.supplement import Supplement
from faimi_check.model.text.passage import join, lines_at
from faimi_check.model.video import Video, VideoFault
from faimi_check.rules.document.length.apart import last_counted_page
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.venues.profile import Profile

_LONGEST_TITLE = 300
# What a line ends with that the next one goes on from.
_CUT = re.compile(
    r"(?i)(?:[-\u2010-\u2014,:;&/(]|\b(?:an?|and|as|at|between|by|for|from|into|its|of|on|or|our|the|their|through|to|towards?"
    r"|under|using|via|versus|vs\.?|with|without))\Z"
)


def page_measures(paper: Paper | None, profile: Profile) -> PageMeasures | None:
    """How the pages count against the venue's limits; None where no page could be read."""
    if paper is None or not paper.page_count:
        return None
    content_limit, total_limit = profile.page_limits()
    return PageMeasures(
        total=paper.page_count,
        last_content=paper.parts.last_content,
        references_start=paper.parts.references_start,
        references_end=paper.parts.references_end,
        kinds=tuple(kind.value for kind in paper.kinds()),
        content_limit=content_limit,
        total_limit=total_limit,
        last_counted=last_counted_page(paper, uncounted) if (uncounted := profile.uncounted()) else None,
    )


def printed_title(paper: Paper | None) -> str | None:
    """The title on page 1; None where none could be read, and where what was read is doubtful: authors are written to
    about it, and a wrong one is worse than none."""
    if paper is None or not paper.parts.title:
        return None
    title = join(lines_at(paper, paper.parts.title)).text.strip()[:_LONGEST_TITLE]
    return title if title and not is_placeholder(title) and not _CUT.search(title) else None


def layout_measures(paper: Paper | None) -> LayoutMeasures | None:
    """The layout in points; None where no page could be read."""
    if paper is None or not paper.pages:
        return None
    layout = paper.layout
    return LayoutMeasures(
        page_size_pt=layout.page_size,
        columns=layout.columns,
        text_block_pt=layout.text_block,
        body_font_pt=layout.body_size,
        leading_pt=layout.leading,
        body_typeface=layout.body_font,
    )


def video_measures(supplements: Iterable[Supplement]) -> tuple[VideoMeasures, ...]:
    """What was decoded of each video; one that nobody got to has no measures."""
    return tuple(
        _measure_video(video, supplement.file_of(video.member))
        for supplement in supplements
        for video in supplement.videos
        if video.fault is not VideoFault.NOT_REACHED
    )


def _measure_video(video: Video, file: str) -> VideoMeasures:
    return VideoMeasures(
        file=file,
        member=video.member,
        container=video.container,
        codec=video.codec,
        fourcc=video.fourcc,
        duration_s=video.duration_s,
        width=video.width,
        height=video.height,
        frames_decoded=video.frames_decoded,
        audio=any(track.kind == "audio" for track in video.tracks),
        playable=(video.complete or video.sampled) and not video.error,
        tags={tag.key: tag.value[:200] for tag in video.tags[:100]},
    )
