"""Whether a text is plainly in another language than English, by its script and its small words."""

import functools
import re
import tomllib
import unicodedata
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LEAST, _CROWD = 2, 0.34

_FILE = Path(__file__).parent / "languages.toml"


def is_foreign(text: str) -> bool:
    """Tell whether a text is plainly not English: another script, or two or more small words of another language."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 4:
        return False
    latin = sum("LATIN" in unicodedata.name(c, "") for c in letters[:400])
    if latin < 0.6 * min(len(letters), 400):
        return True
    found = [word.lower() for word in _WORD.findall(text)[:200]]
    english_words, other_words = _small_words()
    other = sum(word in other_words for word in found)
    english = sum(word in english_words for word in found)
    return other >= _LEAST and other > english and other >= _CROWD * len(found)


@functools.cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    languages = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    english = frozenset(languages.pop("english"))
    other = frozenset(word for small in languages.values() for word in small)
    return english - other, other
