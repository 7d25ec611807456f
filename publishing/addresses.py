"""The package's addresses and its README for an index, made when it is built from the one place that names them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"(!\[[^\]]*\]\()(?!https?:|#)([^)]+)\)")
_LINK = re.compile(r"((?<!!)\[[^\]]*\]\()(?!https?:|#|mailto:)([^)]+)\)")


class CustomMetadataHook(MetadataHookInterface):
    """Fills in `urls` and `readme`: an index shows the README without the files beside it."""

    def update(self, metadata: dict[str, Any]) -> None:
        repository, documentation = self.config["repository"], self.config["documentation"]
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        text = _PICTURE.sub(rf"\1{repository}/raw/main/\2)", text)
        text = _LINK.sub(rf"\1{repository}/blob/main/\2)", text)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        metadata["urls"] = {
            "Documentation": documentation,
            "Repository": repository,
            "Issues": f"{repository}/issues",
            "Changelog": f"{repository}/blob/main/CHANGELOG.md",
            "Security": f"{repository}/security",
        }
