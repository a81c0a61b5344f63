"""What the words after "what if" suppose: other facts of the matter, read without keeping anything."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz

from dialogs.desk import Turn
from dialogs.drafting import usable
from dialogs.in_hand import Matter
from dialogs.supposed import words_for
from knowledge.ruling import fact_names
from knowledge.understanding.slots import extract, facts_for, read_choice

ALIKE, APART, COVERED = 90, 4, 0.5
_AND = re.compile(r"\s*(?:,|\band\b)\s*", re.I)
POINTS_BACK = re.compile(r"\b(?:it|they|them|that|this|those|these|she|he|the (?:value|giver|price))\b", re.I)
_TOLD_BY_A_THING = ("form", "token", "what", "device")
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|without|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should)n'?t)\b",
    re.I,
)
_MONEY = re.compile(r"\b(?:cash|cheque|voucher|coupon|gift card|money)s?\b", re.I)
_TURNS_DOWN = re.compile(
    r"\b(?:i|we) (?:just |simply )?(?:say|said|saying) no\b"
    r"|\b(?:turn|turned|hand|handed|give|gave|send|sent) (?:it|them|that) (?:down|back)\b"
    r"|\b(?:refuse|refused|decline|declined|return|returned) (?:it|them|that)\b"
    r"|\b(?:don'?t|didn'?t|do not|did not) (?:want|accept|keep|take)\b",
    re.I,
)
_TAKES = re.compile(
    r"\bi (?:just |still |only )?(?:(?:accept|keep|take)(?:ed)?|kept|took) (?:it|them|that|this|these|those)\b"
    r"|\bi (?:say|said) yes\b",
    re.I,
)
_SMALL = re.compile(
    r"\b(?:it|they|that|this|i|we|you|was|were|is|are|had|have|has|been|be|there|a|an|the|my|your|just|only|of|to)\b",
    re.I,
)


def facts_supposed(turn: Turn, matter: Matter, words: str) -> dict[str, Any]:
    """Give the facts that the words suppose, among those that a rule reads in this matter; none where none are told."""
    decides = {fact.name: fact for fact in fact_names(matter.situation.id, matter.situation.audience) if fact.rules}
    mentions = extract(words, turn.now)
    told = facts_for(matter.situation.id, matter.situation.audience, words, mentions, turn.now)
    found = {name: at for name, at in usable(matter.situation, told).items() if name in decides}
    if not POINTS_BACK.match(words):
        found = {name: at for name, at in found.items() if name not in _TOLD_BY_A_THING}
    if found.get("form") == "money" and "value" in found and not _MONEY.search(words):
        del found["form"]
    if "value" in found and "token" not in words.casefold():
        found.pop("token", None)
    if _NEGATED.search(words.replace("’", "'")):
        found = {name: not at for name, at in found.items() if isinstance(at, bool)}
    wish = _wish(words) if "wants_to_accept" in decides else None
    if wish is not None:
        return {**found, "wants_to_accept": wish}
    return found or _by_option(matter, words, decides) or _by_likeness(matter, words, decides)


def _wish(words: str) -> bool | None:
    if _TURNS_DOWN.search(words.replace("’", "'")):
        return False
    return True if _TAKES.search(words) else None


def _by_option(matter: Matter, words: str, decides: Mapping[str, Any]) -> dict[str, Any]:
    """An option of one question that the words name; nothing where they deny it, or name those of two questions."""
    if _NEGATED.search(words.replace("’", "'")):
        return {}
    choices = [q for q in matter.situation.questions if q.kind == "choice" and q.id in decides]
    named = {q.id: read_choice(words, {o.value: (o.title, *o.words) for o in q.options}) for q in choices}
    named = {name: at for name, at in named.items() if at is not None}
    return named if len(named) == 1 else {}


def _by_likeness(matter: Matter, words: str, decides: Mapping[str, Any]) -> dict[str, Any]:
    """What the words suppose in the bot's own terms; where they hold two things, each of them has to be read."""
    parts = [_nearest(matter, part, decides) for part in _AND.split(words)]
    if len(parts) > 1 and all(parts):
        return {name: at for part in parts for name, at in part.items()}
    return _nearest(matter, words, decides)


def _nearest(matter: Matter, words: str, decides: Mapping[str, Any]) -> dict[str, Any]:
    """The one supposition, as the bot itself words it, that the words are nearest to, if they are near."""
    scored = sorted(_likeness(matter, words, decides), key=lambda each: -each[0])
    if not scored or scored[0][0] < ALIKE or len(scored) > 1 and scored[0][0] - scored[1][0] < APART:
        return {}
    return {scored[0][1]: scored[0][2]}


def _likeness(matter: Matter, words: str, decides: Mapping[str, Any]) -> Iterator[tuple[float, str, Any]]:
    said, denies = _bare(words), bool(_NEGATED.search(words.replace("’", "'")))
    for name in decides:
        if not said or not matter.situation.question(name):
            continue
        for at, supposed in words_for(matter.situation.id, name).items():
            if isinstance(at, bool | str) and bool(_NEGATED.search(supposed)) == denies and "{at}" not in supposed:
                yield _alike(said, _bare(re.sub(r"\{\w+\}", "", supposed))), name, at


def _alike(said: str, supposed: str) -> float:
    """How near the words are to those of a supposition (0 to 100); nothing where they hold less than half of it."""
    enough = len(said.split()) >= COVERED * len(supposed.split())
    return fuzz.token_set_ratio(said, supposed) if enough else 0


def _bare(words: str) -> str:
    return " ".join(_SMALL.sub(" ", re.sub(r"[^\w\s']", " ", words.casefold())).split())
