"""Matters that are recognised and answered from the clauses, but cannot be filed in chat."""

from dialogs.answering import excerpt
from dialogs.desk import Turn
from dialogs.replies import Citation
from dialogs.routing import whom_to_ask
from dialogs.situations import find_situation
from dialogs.titles import TITLES
from dialogs.wording import listed, quoted
from knowledge.clauses import Clause
from knowledge.understanding.gists import gist
from knowledge.understanding.lessons import situation_clauses
from knowledge.words import AUDIENCES, ROLES

QUOTED = 2


def answer_without_filing(turn: Turn, situation: str, text: str) -> None:
    """Answer a matter that has no dialog: what to do first, the clauses, whom to tell, and that nothing is filed."""
    paragraphs, citations = unfiled_answer(turn, situation, text)
    turn.say(*paragraphs, citations=citations)


def unfiled_answer(turn: Turn, situation: str, text: str) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """Give that answer as paragraphs with their citations."""
    if turn.person.audience not in AUDIENCES[situation]:
        return (_not_for_this_person(turn, situation),), ()
    clauses = _clauses(turn, situation, text)
    lines, citations = _quotes(clauses, text)
    lead = gist(clauses[0].id) if clauses else ""
    says = f"The {turn.desk.library.title(clauses[0].policy)} says:" if clauses else _nothing_held(turn, situation)
    opening = " ".join(part for part in (f"**{lead}**" if lead else "", says) if part)
    return (opening, *lines, _closing(turn)), citations


def _clauses(turn: Turn, situation: str, text: str) -> list[Clause]:
    """The matter's own clauses for this person, those that the words come nearest to first."""
    audience, library = turn.person.audience, turn.desk.library
    own = [c for c in situation_clauses().get(situation, ()) if library.get(c).audience == audience]
    understood = turn.incoming.understanding
    hits = turn.desk.engine.search(text, audience, turn.today, situation, understood=understood)
    found = [hit.clause.id for hit in hits if hit.clause.id in own]
    return [library.get(clause) for clause in dict.fromkeys([*found, *own])][:QUOTED]


def _quotes(clauses: list[Clause], text: str) -> tuple[list[str], tuple[Citation, ...]]:
    made = [quoted(excerpt(clause, text), clause, position) for position, clause in enumerate(clauses, 1)]
    return [line for line, _ in made], tuple(citation for _, citation in made)


def _closing(turn: Turn) -> str:
    whom = whom_to_ask(turn.desk.directory, turn.person)
    return f"Filing this in chat isn't there yet, so nothing has been sent. Please tell {whom} yourself."


def _nothing_held(turn: Turn, situation: str) -> str:
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    return f"No clause of {held}, which is all that I hold for you, is about {_title(situation)}."


def _not_for_this_person(turn: Turn, situation: str) -> str:
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    return (
        f"**No policy that I hold for {turn.person.audience}s covers {_title(situation)}.** I hold {held}. "
        f"Please ask {whom_to_ask(turn.desk.directory, turn.person)}."
    )


def _title(situation: str) -> str:
    dialog = next((found for role in ROLES if (found := find_situation(situation, role))), None)
    title = dialog.title if dialog else TITLES[situation][0]
    return title[:1].lower() + title[1:]
