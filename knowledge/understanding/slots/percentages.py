"""Shares of a whole: ``15%``, ``a fifth``, ``just over 20 per cent``, ``half of it``."""

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.understanding.slots.numbers import WORDS, read_number
from knowledge.understanding.slots.text import left_of, plain

HUNDRED = Decimal(100)
_HAIR = Decimal("0.01")
_FRACTIONS = {
    "half": Decimal(50),
    "third": Decimal("33.33"),
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "sixth": Decimal("16.67"),
    "eighth": Decimal("12.5"),
    "tenth": Decimal(10),
}
_MANY = {"two": 2, "three": 3, "four": 4}
_SIGN = r"(?:\s?%|\s?per\s?cent\b|\s?percent\b|\s?pc\b)"
_PERCENT = re.compile(rf"(?<![\d.,£])(?P<n>\d{{1,3}}(?:\.\d{{1,4}})?|\b{WORDS}){_SIGN}", re.I)
_BARE = re.compile(
    r"^\W*(?:it'?s|it is|about|around|roughly|i think|just|only|(?:i|we) (?:have|own|hold))?\W*"
    rf"(?P<n>\d{{1,3}}(?:\.\d{{1,4}})?|{WORDS})\W*$",
    re.I,
)
_FRACTION = re.compile(
    rf"\b(?:(?P<many>two|three|four)[\s-]+(?P<parts>thirds|quarters|fifths|tenths)|(?:a|an|one)[\s-]+(?P<one>{'|'.join(_FRACTIONS)})"
    r"|(?P<half>half))\b(?!\s+(?:time|day|an?\s+(?:hour|per\s?cent)|past|hour))",
    re.I,
)
_ALL = re.compile(
    r"^\W*(?:all of (?:it|them)|all|the lot|the whole (?:thing|company|business|firm)|everything|outright)\W*$", re.I
)
_NONE = re.compile(r"^\W*(?:none|nothing|none at all|no shares)\W*$", re.I)
_RANGE = re.compile(rf"\d\s*%?\s*(?:to|or|-)\s*\d+(?:\.\d+)?{_SIGN}?\W*$", re.I)
_OVER = re.compile(r"\b(?:over|above|more than|upwards of|in excess of|a bit more than)\s+(?:an?\s+)?$", re.I)
_UNDER = re.compile(r"\b(?:under|below|less than|short of|a bit less than)\s+(?:an?\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of the whole as written, from 0 to 100, and where it stands."""

    percent: Decimal
    start: int
    end: int


def find_shares(text: str) -> tuple[Share, ...]:
    """Every percentage and fraction in a text, in order; "just over 20%" is a hair over 20, "under 20%" a hair less."""
    said = plain(text)
    found = [(m, read_number(m["n"])) for m in _PERCENT.finditer(said)]
    found += [(m, _fraction(m)) for m in _FRACTION.finditer(said)]
    shares = [
        Share(_nudged(said, m.start(), amount), m.start(), m.end())
        for m, amount in found
        if amount is not None and 0 <= amount <= HUNDRED
    ]
    return tuple(sorted(shares, key=lambda share: share.start))


def read_share(text: str) -> Decimal | None:
    """The one percentage that an answer names: a bare number counts, "all of it" is 100; None for none or several."""
    said = plain(text)
    if _ALL.match(said):
        return HUNDRED
    if _NONE.match(said):
        return Decimal(0)
    if _RANGE.search(said):
        return None
    values = {share.percent for share in find_shares(said)}
    if not values and (bare := _BARE.match(_without_nudge(said))):
        amount = read_number(bare["n"])
        values = {_nudged(said, said.find(bare["n"]), amount)} if amount is not None and amount <= HUNDRED else set()
    return values.pop() if len(values) == 1 else None


def _fraction(found: re.Match[str]) -> Decimal:
    if found["many"]:
        return _MANY[found["many"].lower()] * _FRACTIONS[found["parts"].lower().rstrip("s")]
    return _FRACTIONS[(found["one"] or found["half"]).lower()]


def _nudged(text: str, at: int, amount: Decimal) -> Decimal:
    left = left_of(text, at)
    if _OVER.search(left) and amount < HUNDRED:
        return amount + _HAIR
    return amount - _HAIR if _UNDER.search(left) and amount else amount


def _without_nudge(text: str) -> str:
    return re.sub(
        r"\b(?:just|slightly|a bit|a little)?\s*(?:over|above|more than|under|below|less than)\s+", "", text, flags=re.I
    )
