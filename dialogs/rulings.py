"""How a ruling is said: one sentence, then the clause word for word."""

from collections.abc import Collection
from dataclasses import dataclass

from dialogs.desk import Desk
from dialogs.people import Person
from dialogs.replies import Citation
from dialogs.situation import Answers, Situation
from dialogs.situations import find_situation
from dialogs.talk import fill
from dialogs.wording import capital, quoted
from knowledge.clauses import Library
from knowledge.ruling import Finding, Ruling
from storage.tables import Record

_KEEPS_ITS_WORDS = ("contract_letting", "in_doubt")


@dataclass(frozen=True, slots=True)
class Headline:
    """One sentence that states a ruling, the line of the rule behind it, and the findings to quote."""

    key: str
    words: str
    findings: tuple[Finding, ...]


def headline(situation: Situation, ruling: Ruling, answers: Answers, closed: bool = False) -> Headline | None:
    """Give the sentence that may be said now: only what holds however the open questions are answered.

    ``closed``: nothing is left to ask, so what is still unknown takes the stricter path, and its sentence is said.
    """
    if ruling.outcome == "not_covered":
        return Headline("not_covered", situation.headlines["not_covered"], ())
    line = _line(situation, ruling, closed)
    if line is None:
        return None
    refused = ruling.outcome == "decline" and (not ruling.unknown or closed or answers.get("wants_to_accept") is False)
    said_so = line in _KEEPS_ITS_WORDS and line in ruling.lines
    words = "decline" if refused and not said_so else line
    said = _with_added(situation, situation.headlines[words], ruling.lines)
    return Headline(words, said, tuple(f for f in ruling.findings if f.line == line))


def _with_added(situation: Situation, words: str, lines: Collection[str]) -> str:
    return " ".join([words, *(situation.adds[line] for line in lines if line in situation.adds)])


def _line(situation: Situation, ruling: Ruling, closed: bool) -> str | None:
    held = [key for key in ruling.lines if key in situation.headlines]
    if not ruling.unknown:
        return held[0] if held else None
    if closed:
        return ruling.gives if ruling.gives in situation.headlines else None
    return held[0] if held and held[0] in situation.sure else None


def quote_findings(
    library: Library, findings: tuple[Finding, ...], first: int = 1, most: int = 1
) -> tuple[str, tuple[Citation, ...]]:
    """Quote findings word for word, each clause once; give the text and its citations, numbered from ``first``."""
    texts, citations, seen = [], [], set()
    for finding in findings:
        if finding.clause in seen or len(texts) == most:
            continue
        seen.add(finding.clause)
        text, citation = quoted(finding.quote, library.get(finding.clause), first + len(texts), ruling=True)
        texts.append(text)
        citations.append(citation)
    return "\n\n".join(texts), tuple(citations)


def headline_of_record(desk: Desk, person: Person, record: Record) -> str:
    """Give the sentence of a saved ruling, in the words of its situation and with the dates that it keeps."""
    situation = find_situation(record.situation, record.audience)
    if situation is None:
        return ""
    outcome, lines = record.ruling["outcome"], record.ruling["lines"]
    held = next((key for key in (*lines, record.ruling.get("gives")) if key in situation.headlines), outcome)
    key = "decline" if outcome == "decline" and held not in _KEEPS_ITS_WORDS else held
    words = _with_added(situation, situation.headlines.get(key, ""), lines)
    return capital(fill(words, situation, record.answers, desk.directory, person, record.filed_at.date()))
