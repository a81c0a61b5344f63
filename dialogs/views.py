"""The cards of a record: one for the person, one for each who decides or acknowledges. Drawn from the record alone."""

from dialogs.citing import as_kept
from dialogs.decider_card import decider_card
from dialogs.desk import Turn
from dialogs.replies import Card
from dialogs.rulings import headline_of_record
from dialogs.situations import find_situation
from dialogs.statuses import SETTLED, person_named, status_of
from dialogs.talk import shown_answers, thing
from dialogs.unclear import kept_unclear
from dialogs.wording import lower, said
from storage import decisions
from storage.tables import Decision, Record

OWN = "own"


def draw_views(turn: Turn, record: Record) -> list[tuple[str, str, Card]]:
    """Draw the record's card for all who see it: (person id, view, card), the person's own first, then each decision's.

    All are drawn from the decisions as they stand now, read once.
    """
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    views = [(record.person, OWN)] + [(d.person, f"decision-{d.id}") for d in asked if d.person]
    return [(person, view, _draw(turn, record, view, asked, "", "")) for person, view in views]


def view_for(turn: Turn, record: Record, view: str, hint: str = "", note: str = "") -> Card:
    """Draw one view of a record as it stands now; ``hint`` and ``note`` as the decider's card takes them."""
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return _draw(turn, record, view, asked, hint, note)


def _draw(turn: Turn, record: Record, view: str, asked: list[Decision], hint: str, note: str) -> Card:
    if view == OWN:
        return _own(turn, record, asked)
    mine = next(d for d in asked if f"decision-{d.id}" == view)
    return decider_card(turn, record, mine, asked, hint, note)


def _own(turn: Turn, record: Record, asked: list[Decision]) -> Card:
    situation = find_situation(record.situation, record.audience)
    notes = [f"You added: “{said(n['answer'])}”" for n in record.answers.get("notes", ())]
    return Card(
        title=f"{record.reference}: {thing(situation, record.answers) if situation.naming else lower(situation.title)}",
        body=(*_headline(turn, record, asked), *notes),
        facts=shown_answers(situation, record.answers, turn.today),
        status=status_of(turn, record, asked),
        more=_clauses(turn, record),
    )


def _headline(turn: Turn, record: Record, asked: list[Decision]) -> tuple[str, ...]:
    reported = record.ruling["outcome"] == "report"
    if reported or record.status == "withdrawn" or any(d.state in SETTLED for d in asked):
        return ()
    return (headline_of_record(turn.desk, person_named(turn.desk.directory, record.person), record),)


def _clauses(turn: Turn, record: Record) -> tuple[str, ...]:
    library = turn.desk.library
    shown = (f"{as_kept(library, f)} {said(f['because'])}" for f in record.ruling["findings"])
    return (*shown, *kept_unclear(turn, record))
