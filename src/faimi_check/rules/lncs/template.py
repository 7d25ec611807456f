"""The template a paper is to be set in, as messages name it and as the rules on the layout measure by it."""

from __future__ import annotations

import msgspec

_GREATEST_MM = 1000.0
_GREATEST_PT = 100.0


def refuse_impossible_sizes(**sizes: float) -> None:
    """Raises ValueError for a size in points that cannot be one; 0 is for what is not judged."""
    for name, size in sizes.items():
        if not 0 <= size <= _GREATEST_PT:
            raise ValueError(f"{name}: expected points, or 0 for what is not judged; got {size:g}")


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all rules on the layout share; LNCS unless the venue has a template of its own.

    `name` as it stands after "of" in a message, `class_file` what authors are told to use unchanged, `word` the same
    for word processors ("" for none). `width_mm` is that of the whole text block, the gap between columns included,
    `height_mm` that of a full page of it.
    """

    name: str = "LNCS"
    class_file: str = "llncs.cls"
    word: str = "Springer's Word template"
    width_mm: float = 122.0
    height_mm: float = 193.0
    columns: int = 1

    def __post_init__(self) -> None:
        if not self.name or not self.class_file:
            raise ValueError("name and class_file: expected text")
        for side, measure in (("width_mm", self.width_mm), ("height_mm", self.height_mm)):
            if not 0 < measure <= _GREATEST_MM:
                raise ValueError(f"{side}: expected millimetres above 0")
        if self.columns not in (1, 2):
            raise ValueError("columns: expected 1 or 2")

    @property
    def files(self) -> str:
        """What authors are told to use: "llncs.cls (or Springer's Word template)"."""
        return f"{self.class_file} (or {self.word})" if self.word else self.class_file
