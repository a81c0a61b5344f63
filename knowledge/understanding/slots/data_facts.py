"""What was on a device or in papers, and how it was kept, as a text states it and SITUATIONS names it."""

import re

from knowledge.understanding.slots.facts_base import Said, flag
from knowledge.understanding.slots.text import plain

_NOTHING_ON_IT = re.compile(
    r"\b(?:nothing|nowt)\s+(?:of\s+the\s+)?(?:council|work)(?:'s)?\s+(?:\w+\s+)?on\s+it\b|\bno\s+(?:council"
    r"|work)\s+(?:data|stuff|emails?)\s+on\b",
    re.I,
)
_DATA_OF = (
    (
        "constituents",
        re.compile(
            r"\b(?:residents?'?s?'?|ward|surgery)\s+(?:emails?|letters?|details|complaints?|casework|list|data"
            r"|problems?)\b|\bpeople\s+in\s+my\s+ward\b",
            re.I,
        ),
    ),
    (
        "council",
        re.compile(
            r"\b(?:the\s+)?council'?s?\s+(?:own\s+)?(?:confidential\s+|private\s+)?(?:list|data|reports?|records"
            r"|spreadsheets?|files?|papers|accounts)\b",
            re.I,
        ),
    ),
    ("party", re.compile(r"\b(?:the\s+)?party'?s?\s+(?:list|members?|database|data|canvass\w*)\b", re.I)),
)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:people'?s|their|pupils?'?|clients?'?|residents?'?|tenants?'?|kids'?|patients?'?|her|his)\s+(?:\w+\s+)?"
    r"(?:names?|address(?:es)?|details|numbers?|records?|files?|emails?|dobs?|medical|medication)"
    r"|\bnames?\s*(?:,|and|an|n|&|\+)\s*(?:address(?:es)?|all|numbers?|phone|dobs?|key\s?safe|dates?)"
    r"|\b(?:key\s?safe\s+codes?|sickness\s+(?:list|records?|absence)|care\s+plans?|medical\s+(?:notes?|records?"
    r"|details)"
    r"|case\s*(?:notes?|files?)|payslips?|bank\s+details|safeguarding\s+(?:file|notes?|report)|pupil\s+data"
    r"|dates?\s+of\s+birth"
    r"|home\s+(?:address(?:es)?|numbers?)|new\s+address|staff\s+list|(?:\w+['’]s?\s+)assessments?|ni\s+numbers?"
    r"|adopters?'?|foster\s+(?:families|carers)|bcc'?d?,?\s+(?:\d+|two\s+hundred|a\s+hundred)"
    r"|each\s+others?'?s?\s+(?:\w+\s+)?emails?|\bnames?\s*(?:,|and|&|\+)\s*(?:\w+\s+)?(?:salar\w+|wages?|pay)|personal\s+email"
    r"|individuals'?\s+names?|ex\s+wife'?s\s+\w+\s+address)\b",
    re.I,
)
_BARE = re.compile(
    r"\b(?:no|without(?:\s+a)?|hasn'?t\s+got\s+a)\s+(?:password|encryption|pin|passcode)(?:\s+(?:or|and"
    r"|nor)\s+\w+)?\s+on\b|\bno\s+password\s+or\s+encryption\b",
    re.I,
)


def data_of(said: Said) -> str | None:
    """Whose data was on it, where the text says one."""
    values = {one.value for one in said.tags("data_of") if not one.negated}
    if _NOTHING_ON_IT.search(plain(said.text)):
        return "none"
    values = values or {value for value, shape in _DATA_OF if shape.search(plain(said.text))}
    return values.pop() if len(values) == 1 else None


def personal_data(said: Said) -> bool | None:
    """Whether personal data was on it or in it."""
    stated = flag(said, "personal_data")
    return True if stated is None and _ABOUT_PEOPLE.search(plain(said.text)) else stated


def encrypted(said: Said) -> bool | None:
    """Whether it was encrypted; a guess is None."""
    return False if _BARE.search(plain(said.text)) else flag(said, "encrypted")
