"""What the shape of a sentence says whatever its words are: a question, an event, a denial, somebody else's affair."""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

_FILE = Path(__file__).parent / "shapes.toml"
_OFFERS = ("gift_offered", "hospitality_offered")
_WITH_SHAPES = (*_OFFERS, "device_lost")
_ASKED_OF_THE_BOT = re.compile(r"\b(?:can|could|would|will)\s+(?:you|someone|somebody|anyone|anybody)\b", re.I)


def asks(text: str) -> bool:
    """Tell whether a text asks something and tells of nothing that happened: "can I accept...?"."""
    return _has("question", text) and (is_about_rules(text) or not _has("happened", text))


def is_about_rules(text: str, situation: str = "") -> bool:
    """Tell whether a text speaks of people or of cases in general: "are staff allowed to...", "what if I was...".

    "Can you ..." asks the bot to do something where the ``situation`` is one that people ask for.
    """
    if _has("supposed", text):
        return True
    bare = text if situation in ("", *_WITH_SHAPES) else _ASKED_OF_THE_BOT.sub("", text)
    return _has("general", bare) and not _has("own", text)


def is_no_event(situation: str, text: str) -> bool:
    """Tell whether a text denies that the situation happened, or says that it happened to or by somebody else.

    The person's family is not somebody else: an offer to them counts as one to the person (CC-89).
    """
    if situation == "device_lost":
        return _has("no_loss", text) or (_has("their_loss", text) and not _has("with_me", text))
    if situation not in _OFFERS:
        return False
    if _has("no_offer", text) or (_has("gives", text) and not _has("gets", text)):
        return True
    if _has("they_went", text) and not _has("own", text):
        return True
    return _has("their_offer", text) and not _has("with_me", text)


def is_other_matter(situation: str, text: str) -> bool:
    """Tell whether what sounds like an offer or a loss is another matter: a will, a prize, a job; a broken screen.

    A broken thing that is gone as well is missing, whatever else is wrong with it.
    """
    if situation == "device_lost":
        return _has("not_missing", text) and not _has("surely_gone", text)
    if situation == "equipment_fault":
        return _has("surely_gone", text)
    return situation in _OFFERS and _has("other_offer", text)


def is_only_a_name(text: str) -> bool:
    """Tell whether a text is the name of a firm and nothing else, which tells of nothing that happened."""
    return _has("a_name", text)


def is_evident(situation: str, text: str) -> bool:
    """Tell whether a text says in so many words that an offer or a loss happened, so that less likeness will do."""
    return situation in _WITH_SHAPES and _has("happened", text)


def has_evidence(situation: str, concepts: Iterable[str]) -> bool:
    """Tell whether a text speaks at all of what makes the situation: an offer, or a thing that can be missing."""
    evidence, held = _file()["evidence"], set(concepts)
    if situation == "device_lost" and "offer" in held and held.isdisjoint(evidence["losses"]):
        return False
    if situation not in evidence or not held.isdisjoint(evidence[situation]):
        return True
    return situation in _OFFERS and not (held.isdisjoint(evidence["givers"]) or held.isdisjoint(evidence["treats"]))


def _has(shape: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _shapes()[shape])


@functools.cache
def _shapes() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    pieces = _file()["pieces"]
    return {
        shape: tuple(re.compile(_filled(pattern, pieces), re.IGNORECASE) for pattern in patterns)
        for shape, patterns in _file()["shapes"].items()
    }


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([A-Z]+)\}", lambda match: pieces[match[1]], pattern)


@functools.cache
def _file() -> Mapping[str, Mapping]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
