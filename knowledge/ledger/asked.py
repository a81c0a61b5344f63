"""Which entry a question is about: its passages answer it, and its words are of the matter."""

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from knowledge.confirmed import confirmed_whom
from knowledge.editions.overlay import library_on
from knowledge.ledger.entries import Entry, find_entry, load_entries
from knowledge.ledger.landing import Landed, as_read
from knowledge.values import value

_SHORT = 3
_FIRST, _SEVERAL = 2, 2
_GAP = r"\w*\W+(?:[\w'’-]+\W+){0,3}?"
_AMOUNT = re.compile(r"£\s*(\d+)|\b(\d+)\s*(?:quid|pounds?)\b")


def asked_about(text: str, clauses: Sequence[str], on: date) -> Landed | None:
    """Give the entry that a question is about, as it is read on a day; None where it is about none.

    ``clauses`` are those that answer it, best first: one of the first, or two of them all, are passages of the entry.
    Of several entries it is the one with the most passages among them, and of these the one whose words are more
    particular.
    """
    said = text.casefold().replace("’", "'")
    fitting = [entry for entry in load_entries() if _answered_by(entry, clauses) and _is_about(entry, said, on)]
    if not fitting:
        return None
    landed = as_read(max(fitting, key=lambda entry: (_among(entry, clauses), len(entry.about[0]))), on)
    return None if _is_answered(landed, said, on) else landed


def _is_answered(landed: Landed, said: str, on: date) -> bool:
    """Whether HR have answered what is unclear without a decision, by confirming the people of whom words speak."""
    if not landed.entry.people or landed.decision:
        return False
    return confirmed_whom(said, library_on(on), [each.clause for each in landed.passages], on)


def stand_together(first: str, second: str) -> bool:
    """Tell whether two clauses hold passages of one entry that people ask about, so that neither says it alone."""
    return any(entry.about and {first, second} <= _clauses(entry) for entry in load_entries())


def told_by_definition(text: str, clauses: Sequence[str], on: date) -> Landed | None:
    """Give the decided entry about the very thing whose definition is asked for: X3 for a cousin, job or no job."""
    said = text.casefold().replace("’", "'")
    fitting = (e for e in load_entries() if len(e.passages) > 1 and _among(e, clauses) == len(e.passages))
    landed = (as_read(entry, on) for entry in fitting if any(re.search(rf"\b{v}s?\b", said) for v in _values(entry)))
    return next((each for each in landed if each.decision), None)


def _values(entry: Entry) -> list[str]:
    """The values of facts on which the entry lands, as words: "cousin"."""
    facts = (values for landing in entry.lands for values in landing.facts.values())
    return [str(v).replace("_", " ") for values in facts for v in values if isinstance(v, str)]


def _answered_by(entry: Entry, clauses: Sequence[str]) -> bool:
    if not entry.about:
        return False
    near = {*_clauses(entry), *entry.beside}
    return not near.isdisjoint(clauses[:_FIRST]) or _among(entry, clauses) >= _SEVERAL


def _among(entry: Entry, clauses: Collection[str]) -> int:
    return len(_clauses(entry) & set(clauses))


def _clauses(entry: Entry) -> set[str]:
    return {each.clause for each in entry.passages}


def _is_about(entry: Entry, said: str, on: date) -> bool:
    ways, unless = _patterns(entry.id)
    if not any(all(group.search(said) for group in way) for way in ways):
        return False
    return not (unless and unless.search(said)) and _amount_fits(entry, said, on)


def _amount_fits(entry: Entry, said: str, on: date) -> bool:
    """Whether an amount that is named lies where the entry holds, if it holds on one side of a figure only."""
    amounts = [int(pounds or words) for pounds, words in _AMOUNT.findall(said)]
    if not amounts:
        return True
    low = (value(figure, on).amount for landing in entry.lands for figure in landing.up_to.values())
    high = (value(figure, on).amount for landing in entry.lands for figure in landing.over.values())
    return all(min(amounts) <= most for most in low) and all(max(amounts) >= least for least in high)


@functools.cache
def _patterns(entry_id: str) -> tuple[tuple[tuple[re.Pattern[str], ...], ...], re.Pattern[str] | None]:
    entry = find_entry(entry_id)
    ways = tuple(tuple(_any_of(group) for group in way) for way in entry.about)
    return ways, _any_of(entry.unless) if entry.unless else None


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, words)))


def _pattern(word: str) -> str:
    alone = r"s?(?!\w)" if len(word) <= _SHORT and word.isalpha() else ""
    start = r"(?<!\w)" if word[0].isalnum() else ""
    return rf"{start}{_GAP.join(map(re.escape, word.split(' … ')))}{alone}"
