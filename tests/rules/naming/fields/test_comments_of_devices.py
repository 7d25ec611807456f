"""What telephones and computers write into their own pictures is nobody's login."""

from __future__ import annotations

import pytest

from faimi_check.model.paper import MetadataField
from faimi_check.rules.naming.fields.traces import traces


@pytest.mark.parametrize(
    ("comment", "told"),
    [("Screenshot", []), ("Captura de pantalla", []), ("屏幕截图", []), ("mlyngby", ["login"])],
)
def test_comments_of_pictures(comment: str, told: list[str]) -> None:
    assert [trace.code for trace in traces(MetadataField("EXIF", "EXIF UserComment", comment))] == told
