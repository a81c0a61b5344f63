"""Works out what somebody is to a person: my mum's sister's boy is a cousin, my wife's brother an in-law."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.clause_files import read_toml
from knowledge.definitions.terms import FOLDER, KINSHIP, find_term

MINE = r"(?:my|our|the(?=\s+(?:wife|husband|missus|missis|mrs|other half|kids)\b))"
"""What marks somebody as the speaker's own."""

_OWNER = r"(?:my|our|your|the|an?|any|some|someone's|somebody's|one's)"
_ADJECTIVE = (
    r"(?:own|younger|youngest|older|oldest|elder|eldest|little|big|grown[- ]up|adult|dear|favourite|estranged|teenage"
    r"|elderly|long[- ]lost|new|next[- ]door)"
)
_TAIL = re.compile(
    r"(?:\s+(?!(?:figures?|once|twice|removed|friends?|mates?|pals?|elect|to|of)\b)[a-z]{2,15})?"
    r"(?:,?\s+(?:who|that|but|and we|and he|and she|we|which|from|in|on|at|with|if|when|he|she|they)\b.*)?$",
    re.I,
)
_DETERMINER = re.compile(rf"{_OWNER}\s+", re.I)
_OF = re.compile(rf"\s+(?:of|to)\s+(?={_OWNER}\s)", re.I)
_POSSESSIVE = re.compile(r"(?:'s?|(?<=s)(?!'))\s+", re.I)
_COUPLES = ("spouse", "partner")
_UNIQUE = ("mrs", "missus", "missis", "sis", "boss")
_PLURALS = ("children", "wives", "folks")


@dataclass(frozen=True, slots=True)
class Kind:
    """What one word for somebody means: a member of the lists (``named`` words of them), or nobody in them.

    ``tie``: ``member``; ``married`` or ``couple`` to a member; ``in_law``; or ``beside`` the lists, with ``entry``.
    """

    tie: str
    kind: str
    group: str
    named: tuple[str, ...] = ()
    entry: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody as the words name them: ``said`` in the person's words, ``last`` the last word, and what they are."""

    said: str
    last: str
    several: bool
    what: Kind


def read_kin(phrase: str) -> Kin | None:
    """Read a phrase that names somebody by their tie and says nothing else: "my wife's cousin, who lives in Rhyl"."""
    text = phrase.strip(" ,.?!-:\"'")
    read = _read(text)
    return read[0] if read and _TAIL.match(text, read[1]) else None


def kin_named(clause: str) -> Kin | None:
    """Give whom a clause names as theirs ("my", "our", "the wife"); None for nobody or for several people."""
    found = {}
    taken = 0
    for match in re.finditer(rf"\b{MINE}\s+", clause, re.I):
        if match.start() < taken:
            continue
        if read := _read(clause[match.start() :]):
            taken = match.start() + read[1]
            found[read[0].said.lower()] = read[0]
    return next(iter(found.values())) if len(found) == 1 else None


def _read(text: str) -> tuple[Kin, int] | None:
    start = None if _unit().match(text) else _DETERMINER.match(text)
    at = start.end() if start else 0
    units, at = _units(text, at)
    if not units:
        return None
    if of := _OF.match(text, at):
        inner = _DETERMINER.match(text, of.end())
        owners, end = _units(text, inner.end() if inner else of.end())
        if not owners:
            return None
        units, at = [*owners, *units], end
    what = functools.reduce(_theirs, (kinds()[key_of(word)] for word in units))
    last = units[-1]
    head = text[:at] if not of else text[: of.start()]
    return Kin(_said(text[:at], start), last, _several(head), what), at


def _units(text: str, at: int) -> tuple[list[str], int]:
    words: list[str] = []
    while found := _unit().match(text, at):
        words.append(found["word"])
        at = found.end()
        further = _POSSESSIVE.match(text, at)
        if not further or not _unit().match(text, further.end()):
            break
        at = further.end()
    return words, at


def _said(words: str, start: re.Match[str] | None) -> str:
    if words.lower().startswith("our "):
        return f"“{words}”"
    if start is None:
        return words if _several(words) else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
    first, _, rest = words.partition(" ")
    owner = {"my": "your", "our": "your", "any": "a", "some": "a"}.get(first.lower(), first.lower())
    said = f"{owner} {rest}"
    return re.sub(r"\b(?:my|our)\b", "your", said, flags=re.I)


def _several(words: str) -> bool:
    last = words.lower().split()[-1] if words.split() else ""
    return last in _PLURALS or last.endswith("children") or (last.endswith("s") and last not in _UNIQUE)


def _theirs(owner: Kind, other: Kind) -> Kind:
    """What somebody of theirs is to the person: the sister of a parent is an aunt."""
    if owner.tie == "in_law" or owner.kind == "brother_in_law":
        return _beside("in_law") if other.tie == "member" else _beside("unnamed")
    if owner.tie != "member" or other.tie not in ("member", "married"):
        return _beside("unnamed")
    if other.tie == "married":
        step = _theirs(owner, Kind("member", other.group, other.group))
        return _wed(step, "spouse")
    if other.group in _COUPLES:
        return _beside("unnamed") if owner.group in _COUPLES else _wed(owner, other.kind)
    return _kind_of(_table().get(owner.group, {}).get(other.group))


def _wed(owner: Kind, word: str) -> Kind:
    if owner.tie != "member":
        return owner if owner.tie == "in_law" else _beside("unnamed")
    tie = "couple" if word in ("couple", "partner") else "married"
    return Kind(tie, owner.kind, owner.group, owner.named)


def _kind_of(name: str | None) -> Kind:
    members = _members()
    return members[name] if name in members else _beside(name or "unnamed")


def _beside(kind: str) -> Kind:
    entry = next(e for e in find_term("relative").table["beside"] if e["kind"] == kind)
    return Kind("in_law" if kind == "in_law" else "beside", kind, kind, entry=entry)


@functools.cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return read_toml(FOLDER / f"{KINSHIP}.toml")["of"]


@functools.cache
def _members() -> Mapping[str, Kind]:
    return {
        entry["kind"]: Kind("member", entry["kind"], entry.get("group", entry["kind"]), tuple(entry["named"]))
        for entry in find_term("relative").table["member"]
    }


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Give what every word for somebody means, by the word with its hyphens and spaces taken out."""
    found: dict[str, Kind] = {}
    for word, kind in _all_words():
        found.setdefault(key_of(word), kind)
        found.setdefault(key_of(f"{word}s"), kind)
    return found


def _all_words() -> Iterator[tuple[str, Kind]]:
    table, members = find_term("relative").table, _members()
    plain = {entry["kind"]: entry["words"] for entry in table["member"]}
    for kind, words in plain.items():
        yield from ((word, members[kind]) for word in words)
    for entry in table["married"]:
        base = members[entry["to"]]
        yield from ((word, Kind("married", base.kind, base.group, base.named)) for word in entry["words"])
    for entry in table["same"]:
        yield from ((word, members[kind]) for word, kind in _prefixed(entry, plain))
    for entry in table["beside"]:
        for word, kind in _prefixed(entry, plain):
            yield word, Kind("beside", entry["kind"], entry["kind"], members[kind].named, entry)
        yield from ((word, _beside(entry["kind"])) for word in entry.get("words", ()))


def _prefixed(entry: Mapping[str, Any], plain: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for front in entry.get("before", ()):
        for kind in entry["of"]:
            yield from ((f"{front} {word}", kind) for word in plain[kind])


@functools.cache
def _unit() -> re.Pattern[str]:
    spelled = {word for given, _ in _all_words() for word in (given, f"{given}s")}
    patterns = sorted(map(_spelled, spelled), key=len, reverse=True)
    return re.compile(rf"(?:{_ADJECTIVE}[\s-]+)*(?P<word>{'|'.join(patterns)})(?![\w-])", re.I)


def _spelled(word: str) -> str:
    return r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", word)))


def key_of(word: str) -> str:
    """Give the form of a word by which ``kinds`` knows it: "Step-Niece" and "step niece" are the same."""
    return re.sub(r"[\s-]+", "", word).lower()
