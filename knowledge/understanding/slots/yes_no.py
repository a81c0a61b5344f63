"""Short answers: yes, no, don't know, and rather not say."""

import re
from functools import cache

from knowledge.understanding.slots.lexicon import alternatives, words
from knowledge.understanding.slots.text import plain

_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|depends|yes and no|hang on|wait|hold on|might|both|sort of|kind of)\b"
)
_LONG = 12


def read_yes_no(text: str) -> bool | None:
    """True for a yes, False for a no, None for neither: for "not sure", "I'd rather not say" and "maybe" too."""
    if is_dont_know(text) or is_withheld(text):
        return None
    whole, said = _squash(text), _bare(text)
    if (exact := _exact(whole)) is None:
        exact = _exact(said)
    if exact is not None:
        return exact
    if not said or _HEDGE.match(said):
        return None
    return _leading(said)


def is_dont_know(text: str) -> bool:
    """True where an answer says that the person does not know."""
    return _says("dont_know", text)


def is_withheld(text: str) -> bool:
    """True where an answer says that the person would rather not tell."""
    return _says("withheld", text)


def _says(kind: str, text: str) -> bool:
    said = _squash(text)
    found = _pattern(kind).search(said)
    if not found or len(said.split()) > _LONG + 4:
        return False
    lead = _exact(re.split(r"[,.;!]|\bbut\b", said)[0].strip())
    return kind == "withheld" or lead is None or found.start() == 0


def _exact(said: str) -> bool | None:
    if said in _set("yes"):
        return True
    return False if said in _set("no") else None


def _leading(said: str) -> bool | None:
    """The answer at the head of a longer one: "yes, if Megan agrees", "no it was my wife"."""
    found = _pattern("lead").match(said)
    if not found:
        return None
    head, rest = found[0], said[found.end() :].strip(" ,.;:!-")
    if head == "no" and re.match(r"(?:problem|worries|doubt)\b", rest):
        return True
    if head in _OPEN:
        if re.match(r"(?:but\s+)?(?:no|nah|nope)\b", rest):
            return False
        return None if rest.startswith("and no") else head in _set("yes")
    joined = re.match(
        r"\s*[,.;!]|\s+(?:but|if|though|because|as|thanks|thank|please|to\s+be|go|that|then)\b", said[found.end() :]
    )
    if joined and len(head) > 3 and head not in ("right", "fine", "true", "good", "great", "nothing", "nobody"):
        return head in _set("yes")
    denies = re.search(r"n't$|\bnot$", head)
    return False if denies and len(rest.split()) <= _TAIL else None


_OPEN = frozenset(
    {
        "yes",
        "yeah",
        "yep",
        "yup",
        "yea",
        "yeh",
        "aye",
        "no",
        "nope",
        "nah",
        "naw",
        "ie",
        "nage",
        "ok",
        "okay",
        "sure",
        "definitely",
    }
)
_TAIL = 4


def _squash(text: str) -> str:
    said = re.sub(r"([a-z])\1{2,}", r"\1\1", plain(text).lower())
    return re.sub(r"\s+", " ", said).strip(" .,!?;:-\"'()")


def _bare(text: str) -> str:
    said, polite = _squash(text), _pattern("polite")
    while True:
        shorter = polite.sub("", said).strip(" .,!?;:-\"'()")
        if shorter == said or not shorter:
            return said if not shorter else shorter
        said = shorter


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(plain(one).lower() for one in words("answers", "answer", kind))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    if kind == "lead":
        both = tuple(sorted(_set("yes") | _set("no"), key=len, reverse=True))
        return re.compile(rf"{alternatives(both)}(?![\w'])")
    some = alternatives(words("answers", "answer", kind))
    if kind == "polite":
        return re.compile(rf"^{some}(?:[\s,.!]+|$)|(?:[\s,.!]+){some}$")
    return re.compile(rf"(?<![\w']){some}(?![\w'])")
