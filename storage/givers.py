"""One key for the many spellings of a giver."""

import re
from unicodedata import combining, normalize

_COMPANY = {"ltd", "limited", "plc", "cyf", "cyfyngedig", "ccc"}
_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}`.]")
_PUNCTUATION = re.compile(r"[\W_]+")


def giver_key(name: str) -> str:
    """The name without case, accents, punctuation and Ltd, Limited or plc (in Welsh too); "&" is "and"."""
    letters = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    words = _PUNCTUATION.sub(" ", _APOSTROPHES.sub("", letters.replace("&", " and "))).split()
    kept = [word for word in words if word not in _COMPANY] or words
    return " ".join(kept) or " ".join(name.casefold().split())
