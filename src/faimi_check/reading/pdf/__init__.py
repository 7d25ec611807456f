"""The file below its pages, read with pypdf: its objects, what they say and do, its earlier states and its fonts.

`structure` puts it together. May use page and zip.
"""

import sys

# pypdf would load what it decrypts with, and what it decodes pictures and fonts with: PDFium decrypts, and neither is
# decoded here.
_SPARED = [name for name in ("cryptography", "Crypto", "PIL", "fontTools") if name not in sys.modules]
sys.modules.update(dict.fromkeys(_SPARED))  # type: ignore[arg-type]
try:
    import pypdf  # noqa: F401
finally:
    for name in _SPARED:
        del sys.modules[name]
