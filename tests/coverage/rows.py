"""Every row of the checklist: a rule, a situation or an answer reaches it, or it is a heading alone."""

import functools
from collections.abc import Iterator, Mapping

from dialogs.answering import find_answer
from dialogs.signposts import SIGNPOSTS
from dialogs.situations import SITUATIONS
from knowledge.checklist import headings, rows, situations_of_rows
from knowledge.clauses import load_library
from knowledge.ruling import RULES
from tests.conversation_files import FILES
from tests.coverage.finding import NOW, ON, Finding, read_data
from tests.engines import any_engine

AUDIENCE = {"CC": "employee", "MS": "councillor"}


def findings() -> Iterator[Finding]:
    """Give a line for each row, in the order of the checklist."""
    for row, clauses in rows().items():
        how = _how(row, clauses)
        about = ", ".join(clauses) or "no clause"
        yield Finding(f"{row} ({about})", bool(how), "; ".join(how) or _missing(row))


def _how(row: str, clauses: tuple[str, ...]) -> list[str]:
    if row in headings():
        return [f"heading only: {headings()[row]}"]
    audience = AUDIENCE[row[:2]]
    if row in told_in() and not _told(row, clauses):
        return []
    served = _with_a_conversation(situations_of_rows().get(row, ()))
    cited = _lines_citing(audience, clauses)
    asked = probes().get(row)
    how = [f"situation {', '.join(served)}"] if served else []
    how += [f"told in {told_in()[row]}, with whom to tell"] if row in told_in() else []
    how += [f"rule {', '.join(cited[:3])}{' and others' if len(cited) > 3 else ''}"] if cited else []
    if served and cited:
        return how
    return [*how, f"answer to “{asked}”"] if asked and set(shown(asked, audience)) & set(clauses) else []


def _told(row: str, clauses: tuple[str, ...]) -> bool:
    """Whether the conversation of a row that ought to be recorded shows its clause."""
    path = next(path for path in FILES if path.name == told_in()[row])
    text = path.read_text(encoding="utf-8")
    return any(load_library().get(clause).label in text for clause in clauses)


def _missing(row: str) -> str:
    asked = probes().get(row)
    if row in told_in():
        return f"{told_in()[row]} does not show its clause"
    if not asked:
        return "neither a situation whose rule cites it nor a question to prove an answer"
    return f"“{asked}” is answered with {', '.join(shown(asked, AUDIENCE[row[:2]])) or 'nothing'}"


def _with_a_conversation(situations: tuple[str, ...]) -> tuple[str, ...]:
    known = {s.id for s in SITUATIONS} | set(SIGNPOSTS)
    return tuple(s for s in situations if s in known)


def _lines_citing(audience: str, clauses: tuple[str, ...]) -> list[str]:
    return [
        f"{rule.situation}.{line.key}"
        for rule in RULES.values()
        if rule.role == audience
        for line in rule.lines
        if any(cite.clause_id in clauses for cite in line.cites)
    ]


@functools.cache
def probes() -> Mapping[str, str]:
    """Give one plain question to each row that is to be answered with its clause."""
    return read_data("probes.toml")["reaches"]


@functools.cache
def told_in() -> Mapping[str, str]:
    """Give the conversation file of each row that asks for a record and has no situation."""
    return read_data("probes.toml")["told_in"]


@functools.cache
def missed() -> Mapping[str, str]:
    """Give the plain questions that are known not to bring the clause of their row, by row."""
    return read_data("probes.toml")["missed"]


@functools.cache
def shown(question: str, audience: str) -> tuple[str, ...]:
    """Give the ids of the clauses that the answer to a question shows."""
    engine = any_engine()
    understood = engine.understand(question, audience, NOW)
    found = find_answer(engine, load_library(), question, audience, ON, "your manager", understood=understood)
    return tuple(hit.clause.id for hit in found.hits[: len(found.citations)])
