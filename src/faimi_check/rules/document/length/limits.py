"""Numbers of pages as a profile gives them: whole or half pages, or no limit; and how messages speak of them."""

from __future__ import annotations

from faimi_check.rules.unlimited import UNLIMITED, Unlimited

_MOST_PAGES = 2000
# Below this many pages halves tell something.
_HALVES = 3


def refuse_impossible(name: str, pages: float | Unlimited) -> None:
    """Raises ValueError for a number of pages that cannot be one."""
    possible = pages == UNLIMITED if isinstance(pages, str) else 0 < pages <= _MOST_PAGES
    if not possible:
        raise ValueError(f'{name}: expected a number of pages above 0, or "{UNLIMITED}"; got {pages!r}')


def pages_in_words(pages: float) -> str:
    """`1 page`, `8.5 pages`."""
    return "1 page" if pages == 1 else f"{pages:g} pages"


def end_in_words(pages: float) -> str:
    """Where content ends at the latest: "on page 8", "in the upper half of page 9"."""
    whole, part = divmod(pages, 1)
    if not part:
        return f"on page {whole:g}"
    share = "in the upper half" if part == 0.5 else f"in the upper {part:.0%}"
    return f"{share} of page {whole + 1:g}"


def about_pages(pages: float) -> str:
    """More than a page, which nobody measures with a ruler: `about 1.5 pages`, from three on whole pages."""
    return f"about {pages_in_words(round(2 * pages) / 2 if pages < _HALVES else round(pages))}"
