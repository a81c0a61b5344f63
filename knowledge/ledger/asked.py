"""Which entry a question is about: its passages answer it, and its words are of the matter."""

import functools
import re
from collections.abc import Sequence
from datetime import date

from knowledge.confirmed import confirmed_whom
from knowledge.editions.overlay import library_on
from knowledge.ledger.entries import Entry, load_entries
from knowledge.ledger.landing import Landed, as_read

_SHORT = 3
_SEVERAL = 2


def asked_about(text: str, clauses: Sequence[str], on: date) -> Landed | None:
    """Give the entry that a question is about, as it is read on a day; None where it is about none.

    ``clauses`` are those that answer it, best first: the first, or two of them, are passages of the entry. Of several
    entries it is the one with the most passages among them, and of these the one whose words are more particular.
    """
    said = text.casefold().replace("’", "'")
    fitting = [entry for entry in load_entries() if _answered_by(entry, clauses) and _is_about(entry, said)]
    if not fitting:
        return None
    landed = as_read(max(fitting, key=lambda entry: (_among(entry, clauses), len(entry.about))), on)
    return None if _is_answered(landed, said, on) else landed


def _is_answered(landed: Landed, said: str, on: date) -> bool:
    """Whether HR have answered what is unclear without a decision, by confirming the people of whom words speak."""
    if not landed.entry.people or landed.decision:
        return False
    return confirmed_whom(said, library_on(on), [each.clause for each in landed.passages], on)


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
    if not entry.about or not clauses:
        return False
    return clauses[0] in {each.clause for each in entry.passages} or _among(entry, clauses) >= _SEVERAL


def _among(entry: Entry, clauses: Sequence[str]) -> int:
    return len({each.clause for each in entry.passages} & set(clauses))


def _is_about(entry: Entry, said: str) -> bool:
    return all(pattern.search(said) for pattern in _patterns(entry.id))


@functools.cache
def _patterns(entry_id: str) -> tuple[re.Pattern[str], ...]:
    about = next(entry.about for entry in load_entries() if entry.id == entry_id)
    return tuple(re.compile("|".join(map(_pattern, group))) for group in about)


def _pattern(word: str) -> str:
    alone = r"s?(?!\w)" if len(word) <= _SHORT and word.isalpha() else ""
    return rf"(?<!\w){re.escape(word)}{alone}"
