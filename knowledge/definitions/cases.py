"""Judges a thing by the cases of its term: the first whose words stand in what was asked."""

import re

from knowledge.definitions.couples import APPOINTMENTS, live_together
from knowledge.definitions.terms import Case, Term
from knowledge.definitions.verdicts import Falls, Verdict
from knowledge.phrases import is_many

_COUPLE = "couple"
_ARTICLE = re.compile(r"^(?:an?|the|my|your|our|some|any)\s+", re.I)
_PERSON = re.compile(r"^(?:he|she|they|we|you|my|someone|somebody|the person|a couple)\b", re.I)


def judge_case(term: Term, thing: str, text: str, exactly: bool = False) -> Verdict | None:
    """Judge a thing; ``text`` is all that was asked. None where no case of the term fits.

    ``exactly``: the thing must be the words of a case and no more.
    """
    if exactly:
        bare = _ARTICLE.sub("", thing)
        return next((_ruled(term, case) for case in term.cases if case.pattern.fullmatch(bare)), None)
    case = next((case for case in term.cases if case.pattern.search(thing)), None)
    if term.id == "partner" and (case is None or case.falls == _COUPLE):
        return _partner(term, thing, text, case)
    return _ruled(term, case, thing) if case else None


def _ruled(term: Term, case: Case, thing: str = "") -> Verdict:
    named = _named(case, thing) if term.people else case.thing
    several = is_many(named)
    says = {
        Falls.YES: f"Yes, {named} {term.falls_here(several)}.",
        Falls.NO: f"No, {named} {term.falls_not(several)}.",
        Falls.DEPENDS: f"It depends: {named} can be {term.many if several else term.one}.",
    }[Falls(case.falls)]
    return Verdict(Falls(case.falls), says, case.because, case.extra)


def _named(case: Case, thing: str) -> str:
    """The person's own word for somebody of theirs ("your best mate"), else what the case calls them."""
    found = re.search(rf"\b(?:my|our) (?P<words>{case.pattern.pattern})", thing, re.I)
    return f"your {found['words']}" if found else case.thing


def _partner(term: Term, thing: str, text: str, case: Case | None) -> Verdict | None:
    together = live_together(text)
    if case is None and (together is None or not _PERSON.search(thing)):
        return None
    because = case.because if case else "It turns on whether you live together, not on how long you have been a couple."
    if together is None:
        named = _named(case, thing)
        return Verdict(Falls.DEPENDS, f"Only if you live together: then {named} {term.falls_here(False)}.", because)
    if together:
        return Verdict(Falls.YES, "Yes, a couple who live together are partners.", because)
    return Verdict(Falls.NO, "No, not while you don't live together.", f"{because} {APPOINTMENTS}", ("related",))
