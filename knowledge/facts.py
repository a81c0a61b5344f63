"""The facts a rule may be told: their names and kinds, and how each is read from the wire."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from knowledge.errors import Sayable
from knowledge.words import FACT_NAMES

NUMBERS = ("money", "number", "percent")
SMALLEST_STEP = Decimal("0.01")
_MOST = Decimal(10) ** 12
_DIGITS = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
_EXPECTED = {
    "text": "text in quotation marks",
    "texts": "text in quotation marks or a list of such texts",
    "bool": "true or false",
    "money": "pounds such as 120 or \"120.00\"",
    "number": "a number such as 48.5",
    "percent": "a percentage from 0 to 100",
    "date": "a date such as 2026-03-14",
    "moment": "a date such as 2026-03-14 or a time such as 2026-03-14T17:05",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a situation.

    ``kind`` is text, texts (one or several), bool, choice (one of ``values``), money, number, percent, date or moment.
    ``otherwise`` gives the value that other words than those of a choice count as, from the words (None: they are
    refused). ``default`` is what an absent fact counts as (None: it is unknown). ``matters`` says whether it can change
    the outcome or the duties. ``unknown_counts``: lines read it as None while it is not known, as the policy or its
    reading has an answer to that, and the strictest way of filling it in does not stand in for it. ``boundaries``
    gives, for a number, the figures at which a line changes, from the other facts and the values in force.
    """

    name: str
    kind: str
    values: tuple[str, ...] = ()
    default: object = None
    matters: bool = False
    boundaries: Callable[..., Iterable[Decimal]] | None = None
    otherwise: Callable[[str], str] | None = None
    unknown_counts: bool = False

    @property
    def rules(self) -> bool:
        """Whether a line of a rule may read it: free text and days never decide anything."""
        return self.kind in ("bool", "choice", *NUMBERS)


SCHOOL_FACTS = (
    Fact("school_employee", "bool"),
    Fact("school_type", "choice", ("community", "voluntary_controlled", "foundation", "voluntary_aided")),
    Fact("headteacher", "bool", default=False),
)


def read_facts(known: tuple[Fact, ...], facts: Mapping[str, object]) -> dict[str, object]:
    """The facts typed (Decimal, bool, str, tuple, date, datetime), every known name present, None where unknown.

    A fact of another situation is passed over. Raises Sayable naming the fact and what is allowed: a name that no
    situation has, a wrong type, a choice outside its list, money below zero or finer than a penny, a percentage over
    100.
    """
    if not isinstance(facts, Mapping):
        raise Sayable('The facts must be one JSON object, such as {"value": "120.00"}.')
    names = [fact.name for fact in known]
    for name in facts:
        if name not in names and name not in FACT_NAMES:
            here = f"The facts here are {', '.join(names)}." if names else "No facts are read here."
            raise Sayable(f"There is no fact called {name!s:.60}. {here}")
    return {fact.name: _read(fact, facts.get(fact.name)) for fact in known}


def _read(fact: Fact, raw: object) -> object:
    if raw is None or (fact.kind in ("text", "texts") and isinstance(raw, str) and not raw.strip()):
        return fact.default
    if fact.kind == "texts":
        return _texts(fact, raw)
    if fact.kind == "choice":
        return _choice(fact, raw)
    if fact.kind in NUMBERS:
        return _number(fact, raw)
    if fact.kind in ("date", "moment"):
        return _day(fact, raw)
    if not isinstance(raw, bool if fact.kind == "bool" else str):
        raise _wrong(fact)
    return raw


def _wrong(fact: Fact) -> Sayable:
    return Sayable(f"{fact.name} must be {_EXPECTED[fact.kind]}; leave it out if it is not known.")


def _texts(fact: Fact, raw: object) -> tuple[str, ...] | None:
    several = (raw,) if isinstance(raw, str) else raw
    if not isinstance(several, list | tuple) or not all(isinstance(text, str) for text in several):
        raise _wrong(fact)
    return tuple(text for text in several if text.strip()) or None


def _choice(fact: Fact, raw: object) -> str:
    if isinstance(raw, str) and raw in fact.values:
        return str(raw)
    if fact.otherwise and isinstance(raw, str) and raw.strip():
        return fact.otherwise(raw)
    raise Sayable(f"{fact.name} must be one of {', '.join(fact.values)}; leave it out if it is not known.")


def _number(fact: Fact, raw: object) -> Decimal:
    amount = _decimal(raw, text_allowed=fact.kind == "money")
    if amount is None or not amount.is_finite() or abs(amount) >= _MOST:
        raise _wrong(fact)
    if amount < 0:
        raise Sayable(f"{fact.name} cannot be below zero: it must be {_EXPECTED[fact.kind]}.")
    if fact.kind == "money" and amount.as_tuple().exponent < -2:
        raise Sayable(f"{fact.name} can have two decimals at most: it must be {_EXPECTED['money']}.")
    if fact.kind == "percent" and amount > 100:
        raise Sayable(f"{fact.name} cannot be over 100: it must be {_EXPECTED['percent']}.")
    return amount


def _decimal(raw: object, text_allowed: bool) -> Decimal | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | Decimal):
        return Decimal(raw)
    if isinstance(raw, float):
        return Decimal(repr(raw))
    if text_allowed and isinstance(raw, str) and _DIGITS.fullmatch(raw.strip()):
        return Decimal(raw.strip())
    return None


def _day(fact: Fact, raw: object) -> date:
    if isinstance(raw, str):
        raw = _from_iso(fact, raw.strip())
    if isinstance(raw, date) and (fact.kind == "moment" or not isinstance(raw, datetime)):
        return raw
    raise _wrong(fact)


def _from_iso(fact: Fact, text: str) -> date:
    try:
        return date.fromisoformat(text) if fact.kind == "date" or len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        raise _wrong(fact) from None
