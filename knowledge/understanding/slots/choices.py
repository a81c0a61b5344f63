"""Which of a question's choices an answer names, misspelt or in a sentence."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from knowledge.understanding.slots.numbers import read_number
from knowledge.understanding.slots.text import plain

_CLOSE = 84.0
_APART = 5.0
_NOT = re.compile(r"\b(?:not|isn't|wasn't|no|never|neither|nor)\s+(?:(?:a|an|the|my|any|exactly|really)\s+)*$")
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "top": 1,
}
_PICK = re.compile(r"(?:the\s+)?(?:option|number|no\.?|choice|#)?\s*(?P<n>[a-z0-9]+)(?:\s+(?:one|option|choice))?")


def read_choice(text: str, choices: Mapping[str, tuple[str, ...]]) -> str | None:
    """The key of the choice that the answer names, None where it names none or several, or there is none to choose.

    ``choices`` maps each key to its words. A key's own words count too; "the second one", "2" and "last" pick by order;
    spelling may be off by a little; what is denied ("not stolen, lost") does not count.
    """
    said = re.sub(r"\s+", " ", plain(text).lower()).strip(" .,!?;:\"'()")
    if not said or not choices:
        return None
    named = {
        key: tuple({_clean(word) for word in (key.replace("_", " "), *words) if word}) for key, words in choices.items()
    }
    return _exact(said, named) or _within(said, named) or _by_order(said, tuple(choices)) or _close(said, named)


def _clean(word: str) -> str:
    return re.sub(r"\s+", " ", plain(word).lower()).strip(" .,!?;:")


def _exact(said: str, named: Mapping[str, tuple[str, ...]]) -> str | None:
    hits = [key for key, words in named.items() if said in words]
    return hits[0] if len(hits) == 1 else None


def _within(said: str, named: Mapping[str, tuple[str, ...]]) -> str | None:
    """The choice whose longest words stand in the answer and are not denied; words inside longer ones do not count."""
    spans = [
        (m.start(), m.end(), key)
        for key, words in named.items()
        for word in words
        for m in re.finditer(rf"(?<!\w){re.escape(word)}(?:e?s)?(?!\w)", said)
        if not _NOT.search(said[: m.start()])
    ]
    keys = {
        key
        for start, end, key in spans
        if not any(s <= start and end <= e and (e - s) > (end - start) for s, e, _ in spans)
    }
    return keys.pop() if len(keys) == 1 else None


def _by_order(said: str, keys: tuple[str, ...]) -> str | None:
    pick = _PICK.fullmatch(said)
    if not pick:
        return None
    if pick["n"] in ("last", "bottom"):
        return keys[-1]
    number = _ORDINALS.get(pick["n"]) or read_number(pick["n"])
    return keys[int(number) - 1] if number and number == int(number) and 1 <= number <= len(keys) else None


def _close(said: str, named: Mapping[str, tuple[str, ...]]) -> str | None:
    scores = sorted(((max(_likeness(said, word) for word in words), key) for key, words in named.items()), reverse=True)
    best, key = scores[0]
    clear = len(scores) == 1 or best - scores[1][0] >= _APART
    return key if best >= _CLOSE and clear else None


def _likeness(said: str, word: str) -> float:
    """The best likeness of the word to a stretch of the answer with as many words, or to the whole of it."""
    if len(word) < 4 or len(said) < 3:
        return 100.0 if said == word else 0.0
    tokens, size = said.split(), len(word.split())
    stretches = [" ".join(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1))]
    free = [one for i, one in enumerate(stretches) if not _NOT.search(" ".join(tokens[:i]) + " ")]
    return max([fuzz.ratio(one, word) for one in free] + [fuzz.token_sort_ratio(said, word)], default=0.0)
