"""References of records as people type them: GH-2026-0001, inc 2026 14, Dec2026-0003."""

import re

from knowledge.understanding.slots.text import plain

_REFERENCE = re.compile(
    r"(?<![a-z0-9])(?P<kind>GH|INC|DEC|REQ|ACK|NOT)[\s\-_/#.]*(?P<year>20\d\d)[\s\-_/.]*(?P<number>\d{1,6})(?!\d)", re.I
)


def read_reference(text: str) -> str | None:
    """The first record reference in the text, in its standard form (``GH-2026-0001``), or None without one.

    Any case, with spaces, dashes or nothing between the parts; a short number is filled up to four digits.
    """
    for found in _REFERENCE.finditer(plain(text)):
        if found["kind"].lower() != "not" or len(found["number"]) > 2 or "-" in found[0][:4]:
            return f"{found['kind'].upper()}-{found['year']}-{int(found['number']):04d}"
    return None
