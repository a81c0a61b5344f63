"""Answers from the policy: the clause word for word, where it stands, and whom to ask where nothing fits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.contact_words import by_role, told_of_people
from dialogs.defining import in_words
from dialogs.replies import Citation
from dialogs.unclear import said_of
from dialogs.wording import listed, quoted
from knowledge.clauses import Clause, Library
from knowledge.definitions import Defined, define
from knowledge.editions.overlay import reads_as_it_came
from knowledge.editions.rewording import passage_now
from knowledge.ledger.asked import asked_about, stand_together, told_by_definition
from knowledge.ledger.landing import Landed
from knowledge.ledger.telling import undecided, until_decided
from knowledge.understanding.engine import Engine, Hit, Understanding
from knowledge.understanding.gists import gist
from knowledge.words import AUDIENCES

LONGEST_QUOTE = 600
CLOSE = 0.85
CONTACTS = "front."
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n")
_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class PolicyAnswer:
    """An answer from the clauses: ``answered``, ``clarify`` (two places may be meant) or ``not_covered``.

    ``unclear``: what the policy leaves unclear in the matter asked about, which the answer then says.
    """

    outcome: str
    text: str
    citations: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    quotes: tuple[str, ...] = ()
    unclear: Landed | None = None


def find_answer(
    engine: Engine,
    library: Library,
    text: str,
    audience: str,
    on: date,
    whom: str,
    situation: str | None = None,
    understood: Understanding | None = None,
) -> PolicyAnswer:
    """Answer a question from the clauses that hold for this audience on this day.

    ``whom`` names who to ask where no clause fits; ``situation`` is what the person is in the middle of;
    ``understood`` is what the engine made of the words, where it is known: a matter of the other audience, or of none,
    is not answered from clauses that happen to share words with it. Whether something falls under a term that a policy
    defines is answered from the definition, whatever the engine made of it.
    """
    if defined := define(text, audience, library, on):
        return _from_definition(defined, library, text, on, whom)
    about = _clear_matter(understood)
    if about == "out_of_scope" or audience not in AUDIENCES.get(about, (audience,)):
        return PolicyAnswer("not_covered", not_covered(library, audience, whom))
    hits = engine.search(
        text, audience, on, situation or (about if about in AUDIENCES else None), understood=understood
    )
    if not hits:
        return PolicyAnswer("not_covered", not_covered(library, audience, whom))
    landed = asked_about(_mended(text, understood), [hit.clause.id for hit in hits], on)
    if landed:
        return _unclear(library, hits, landed, whom)
    chosen = _chosen(hits)
    apart = len(chosen) > 1 and chosen[0].clause.heading != chosen[1].clause.heading
    quotes = tuple(excerpt(h.clause, text) for h in chosen)
    lines, citations = [], []
    for position, (hit, words) in enumerate(zip(chosen, quotes, strict=True), 1):
        line, citation = quoted(words, hit.clause, position)
        lines.append(line)
        citations.append(citation)
    lead = "Two places may be what you mean." if apart else _lead(library, chosen[0].clause, on)
    people = told_of_people(library, [hit.clause for hit in chosen], quotes, on)
    text = "\n\n".join(part for part in (lead, *lines, people) if part)
    return PolicyAnswer("clarify" if apart else "answered", text, tuple(citations), hits, quotes)


def _from_definition(defined: Defined, library: Library, asked: str, on: date, whom: str) -> PolicyAnswer:
    """Answer from the definition, or as HR decided where it is unclear and they have."""
    hits = tuple(Hit(quote.clause, 1.0, None) for quote in defined.quotes)
    landed = asked_about(asked, [hit.clause.id for hit in hits], on)
    if landed is None or not landed.decision:
        landed = told_by_definition(asked, [hit.clause.id for hit in hits], on)
    if landed and landed.decision:
        return _unclear(library, hits, landed, whom)
    text, citations = in_words(defined, library, whom)
    return PolicyAnswer("answered", text, citations, hits, tuple(quote.words for quote in defined.quotes))


def _unclear(library: Library, hits: tuple[Hit, ...], landed: Landed, whom: str) -> PolicyAnswer:
    """Answer what is unclear: what HR decided or what is safest comes first, then every passage, and whom to ask."""
    scores = {hit.clause.id: hit.score for hit in hits}
    passages = sorted(landed.passages, key=lambda each: -scores.get(each.clause, 0.0))
    found = tuple(Hit(library.get(each.clause), scores.get(each.clause, 0.0), None) for each in passages)
    quotes = tuple(passage_now(library, each.clause, each.words) for hit, each in zip(found, passages, strict=True))
    shown = [quoted(words, hit.clause, place) for place, (hit, words) in enumerate(zip(found, quotes, strict=True), 1)]
    first, last = said_of(landed), ""
    if landed.decision is None:
        first, last = until_decided(landed.entry), f"{undecided(landed.entry)} You can ask {whom}."
    paragraphs = (f"**{first}**", landed.entry.says, *(line for line, _ in shown), last)
    text = "\n\n".join(each for each in paragraphs if each)
    return PolicyAnswer("answered", text, tuple(citation for _, citation in shown), found, quotes, landed)


def _chosen(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The first clause, and the second where it fits about as well or the two stand against each other."""
    first, *others = hits[:2]
    return first, *(h for h in others if h.score >= first.score * CLOSE or stand_together(first.clause.id, h.clause.id))


def _mended(text: str, understood: Understanding | None) -> str:
    """The words as they were written, and after them those without slips where there were any."""
    mended = understood.heard.mended if understood and understood.heard else text
    return text if mended == text else f"{text}\n{mended}"


def _lead(library: Library, clause: Clause, on: date) -> str:
    """The clause in plain words, as long as it reads as they were written for; else whom it names, role first."""
    if reads_as_it_came(clause):
        plainly = None if clause.id.startswith(CONTACTS) else gist(clause.id)
    else:
        people = by_role(library, clause, on)
        plainly = f"You can ask {people}." if people else None
    says = f"The {library.title(clause.policy)} says:"
    return f"**{plainly}** {says}" if plainly else says


def _clear_matter(understood: Understanding | None) -> str:
    if understood is None or understood.decision != "act":
        return ""
    return understood.candidates[0].situation


def not_covered(library: Library, audience: str, whom: str) -> str:
    """Say that no clause held for this audience covers it, and whom to ask."""
    held = listed([f"the {library.title(p)}" for p in library.policies_for(audience)])
    return f"I can't find anything about that in {held}, which is all that I hold for you. Please ask {whom}."


def excerpt(clause: Clause, text: str) -> str:
    """Give the clause, or of a long one a run of whole sentences that is nearest to the question, word for word."""
    if len(clause.text) <= LONGEST_QUOTE:
        return clause.text
    wanted = set(_WORD.findall(text.casefold()))
    pieces = _spans(clause.text)
    best = max(range(len(pieces)), key=lambda i: _overlap(clause.text[slice(*pieces[i])], wanted))
    start, end = pieces[best]
    for _, later in pieces[best + 1 :]:
        if later - start > LONGEST_QUOTE:
            break
        end = later
    return clause.text[start:end].strip()


def _spans(text: str) -> Sequence[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _overlap(piece: str, wanted: set[str]) -> float:
    words = set(_WORD.findall(piece.casefold()))
    return len(words & wanted) / (1 + len(words) ** 0.5)
