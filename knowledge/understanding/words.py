"""Text as the engine sees it: cleaned, in sentences, in plain lower-case words."""

import functools
import re
import unicodedata

LONGEST = 4000

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD = re.compile(r"£\s?\d[\d.,]*[km]?|\d+(?:[.,]\d+)*|[a-z]+")
_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_PARTS = re.compile(r"[.;!?]+(?=\s|$)|\n+|\band\b|\balso\b|\bplus\b", re.I)


def clean(text: str) -> str:
    """Give the text with one kind of quotation mark and space, without control characters, cut at 4,000 characters."""
    text = unicodedata.normalize("NFKC", text[: 2 * LONGEST]).translate(_QUOTES)
    kept = (c if c.isprintable() else " " if c != "\n" else c for c in text[:LONGEST])
    return re.sub(r"[^\S\n]+", " ", "".join(kept)).strip()


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text: lower case, no apostrophes, every sum of money as ``£`` and every number as ``#``."""
    return tuple(_shape(word) for word in _WORD.findall(_plain(text)))


def sentences(text: str) -> tuple[str, ...]:
    """Give the sentences and lines of a text, empty ones left out."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())


def parts(text: str) -> tuple[str, ...]:
    """Give the parts of a text that may each tell of a matter of its own: at stops, and at "and", "also", "plus"."""
    return tuple(part.strip(" ,") for part in _PARTS.split(text) if part.strip(" ,"))


@functools.lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Give a word without the s of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower().replace("'", ""))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _shape(word: str) -> str:
    if word[0] == "£":
        return "£"
    return "#" if word[0].isdigit() else word
