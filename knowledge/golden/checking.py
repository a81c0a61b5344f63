"""Whether the golden set still comes out right on a day, under what this process knows or supposes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from knowledge import decided
from knowledge.editions.overlay import library_on
from knowledge.golden.sets import Case, Question, Utterance, cases, questions, utterances
from knowledge.ruling import verdict_on
from knowledge.understanding.engine import Engine, Understanding

CASE, QUESTION, UTTERANCE = "case", "question", "utterance"
_NOTHING = "nothing"
_LIKE = 0.5  # below this likeness a taught phrasing moves nothing (``teaching.py``)


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the golden set: its kind and id, what it should come to, what it comes to, and whether that is right.

    ``about`` is the situation of a case or an utterance, or the words of a question.
    """

    kind: str
    id: str
    about: str
    should: str
    got: str
    right: bool


def check_all(engine: Engine, on: date) -> tuple[Checked, ...]:
    """Check the whole golden set on a day. ``engine`` is the one as it was loaded: its clauses are those of the day."""
    of_day = engine.over(library_on(on), decided.held().phrases)
    return (
        *check_cases(on),
        *(_question(each, of_day, engine, on) for each in questions()),
        *(_utterance(each, of_day, engine, on) for each in utterances()),
    )


def check_near(engine: Engine, on: date, near: Collection[str]) -> tuple[Checked, ...]:
    """Check the golden questions and utterances of these texts on a day, as ``check_all`` does."""
    of_day = engine.over(library_on(on), decided.held().phrases)
    return (
        *(_question(each, of_day, engine, on) for each in questions() if each.text in near),
        *(_utterance(each, of_day, engine, on) for each in utterances() if each.text in near),
    )


def texts_near(engine: Engine, text: str) -> frozenset[str]:
    """Give the golden texts that a phrasing taught with these words could move: those at all like it."""
    texts = {(each.text, each.role) for each in (*questions(), *utterances())}
    if engine.encoder is None:
        return frozenset(said for said, _ in texts)
    meant = engine.encoder.encode(text)
    return frozenset(said for said, role in texts if float(_understood(engine, said, role).heard.meant @ meant) > _LIKE)


def check_cases(on: date) -> Iterator[Checked]:
    """Check the golden cases on a day: the rules with the figures in force on it."""
    return (_case(each, on) for each in cases())


def _case(case: Case, on: date) -> Checked:
    verdict = verdict_on(case.situation, case.role, case.facts, on)
    outcome = str(verdict.outcome) if verdict else "not_covered"
    duties = frozenset(map(str, verdict.duties)) if verdict else frozenset()
    right = (outcome, duties) == (case.outcome, case.duties)
    return Checked(CASE, case.id, case.situation, _said(case.outcome, case.duties), _said(outcome, duties), right)


def _said(outcome: str, duties: frozenset[str]) -> str:
    return f"{outcome} ({', '.join(sorted(duties))})" if duties else outcome


def _question(asked: Question, engine: Engine, loaded: Engine, on: date) -> Checked:
    meant = _understood(engine if engine.classifier is not loaded.classifier else loaded, asked.text, asked.role)
    hits = engine.search(asked.text, asked.role, on, understood=meant, limit=1)
    got = hits[0].clause.id if hits else _NOTHING
    return Checked(QUESTION, asked.id, asked.text, " or ".join(asked.clauses), got, got in asked.clauses)


def _utterance(said: Utterance, engine: Engine, loaded: Engine, on: date) -> Checked:
    mends_alike = engine.speller.mend(said.text) == loaded.speller.mend(said.text)
    if engine.classifier is loaded.classifier and mends_alike:
        understood = _understood(loaded, said.text, said.role)
    else:
        understood = engine.understand(said.text, said.role, datetime.combine(on, time(12)))
    first = understood.candidates[0].situation
    got = first if understood.decision == "act" else f"{first}, not surely"
    return Checked(UTTERANCE, said.id, said.text, said.situation, got, got == said.situation)


@lru_cache(maxsize=512)
def _understood(engine: Engine, text: str, role: str) -> Understanding:
    """What a golden text means; it is the same whatever the clauses are, so it is worked out once."""
    return engine.understand(text, role, datetime(2026, 1, 5, 12))
