"""The cards with which HR change the policies: the form, what it comes to, the preview, and taking it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.contact_effects import contacts_shown, of_proposal, unread_contacts
from dialogs.desk import Turn
from dialogs.edition_impact import Impact
from dialogs.edition_telling import author_of
from dialogs.edition_words import (
    amount_of,
    clauses_told,
    difference,
    figure_name,
    figure_row,
    golden_told,
    of_clause,
    records_told,
    title_of,
)
from dialogs.editions import Proposal, may_edit
from dialogs.following import as_edition
from dialogs.replies import Button, Card, Field
from dialogs.statuses import person_named
from dialogs.wording import day, listed, lower, said
from knowledge import decided
from knowledge.clauses import Clause, Library
from knowledge.editions.edits import ClauseEdit, Edition, FigureEdit
from knowledge.editions.impact import supposed_with, supposed_without
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import LONGEST, figures_with, left_standing, written_in
from knowledge.editions.resting import rules_on
from knowledge.values import Value, value
from storage.editions import PUBLISHED, WITHDRAWN, Kept, name_of

VERBS = (
    "edit",
    "set_figure",
    "check",
    "take",
    "propose",
    "leave",
    "preview",
    "publish",
    "withdraw",
    "roll_back",
    "reviewed",
)
FIRST_DAY = "First day, such as 1 January 2027 (none: the day it is published)"
_APART = "apart:"
_DID = {WITHDRAWN: "would have changed"}


@dataclass(frozen=True, slots=True)
class EditionAction:
    """A button of these cards: the edition or clause that it is about, and what was typed.

    ``version`` is that of the clause as the card showed it; ``apart`` are clauses that a document has no more, though
    something like them stands in it, and ``seen`` stands for what its card showed.
    """

    verb: str
    edition: int = 0
    clause: str = ""
    version: int = 0
    text: str = ""
    since: str = ""
    why: str = ""
    apart: tuple[str, ...] = ()
    seen: str = ""


def read_edition_action(verb: str, data: Mapping[str, Any]) -> EditionAction | None:
    """Read what a button of these cards carried; None where it is another's, or was tampered with."""
    family, _, name = verb.partition(".")
    numbers = {key: data.get(key, 0) for key in ("edition", "version")}
    if family != "edition" or name not in VERBS:
        return None
    if any(not isinstance(each, int) or isinstance(each, bool) or not 0 <= each < 2**31 for each in numbers.values()):
        return None
    words = {key: str(data.get(key) or "").strip() for key in ("clause", "text", "since", "why", "seen")}
    apart = (key.removeprefix(_APART) for key, said in data.items() if key.startswith(_APART) and said == "apart")
    return EditionAction(name, **numbers, **words, apart=tuple(apart))


def edit_card(clause: Clause, hint: str = "", given: EditionAction | None = None) -> Card:
    """Draw a clause as a form: its words as they are, the first day, and why."""
    given = given or EditionAction("check", text=clause.text)
    return Card(
        title=f"Change {clause.label}",
        body=(f"Version {clause.version}. Change its words below. Nothing changes until somebody else publishes it.",),
        asks=hint,
        fields=(
            Field("text", "The words of the clause", given.text, most=LONGEST),
            Field("since", FIRST_DAY, given.since, long=False),
            Field("why", "Why, in a sentence (it is kept)", given.why, long=False),
        ),
        buttons=(_button("Check this change", "check", clause=clause.id, version=clause.version),),
    )


def check_card(turn: Turn, what: Proposal, clause: Clause) -> Card:
    """Draw what would be proposed, to be confirmed."""
    carried = {"clause": clause.id, "version": clause.version, "text": what.clauses[0].text}
    carried |= {"since": what.since.isoformat(), "why": what.why}
    return Card(
        title="Propose this change?",
        body=(
            of_clause(library_on(what.since), what.clauses[0]),
            *figures_left(what.clauses, what.since),
            *unread_contacts(of_proposal(what)),
            *_left(what),
            *_nought(what),
        ),
        facts=(
            *figures_shown(what.figures, what.since),
            *contacts_shown(of_proposal(what)),
            ("From", day(what.since)),
            *_why(what),
        ),
        asks="It is sent to the others in HR, one of whom publishes it. Until then nothing changes. Is this right?",
        buttons=(
            _button("Propose this change", "propose", "positive", **carried),
            _button("Leave the clause as it is", "leave"),
        ),
    )


def preview_card(turn: Turn, kept: Kept, impact: Impact, hint: str = "", why: str = "") -> Card:
    """Draw an edition with what it would change, and for those who may publish it, the button."""
    name, edition = name_of(kept.edition.id), as_edition(kept, turn.today)
    proposed = kept.state == "proposed"
    library, figures = _before(edition, proposed)
    others = turn.person.id != kept.edition.author and may_edit(turn.person)
    needs, as_of = bool(impact.failing) and proposed and others, _as_of(impact, edition, turn.today)
    return Card(
        title=f"{name}: what it {f'would change{as_of}' if proposed else _DID.get(kept.state, 'changed')}",
        body=(
            _whose(turn, kept),
            *clauses_told(library, edition.clauses, "probity kb preview"),
            *(figures_left(edition.clauses, edition.since) if proposed else ()),
            *(_flagged(edition) if proposed else ()),
            *(unread_contacts(edition) if proposed else ()),
            *((records_told(impact, impact.on), *golden_told(impact)) if proposed else ()),
        ),
        facts=(
            *figures,
            *(contacts_shown(edition) if proposed else ()),
            ("From", day(edition.since, turn.today)),
        ),
        asks=hint or ("It can be published by anybody in HR but its author." if proposed and not others else ""),
        fields=(Field("why", "Why it is published although these fail (it is kept)", why),) if needs else (),
        buttons=_buttons(kept, proposed, others),
    )


def _before(edition: Edition, proposed: bool) -> tuple[Library, tuple[tuple[str, str], ...]]:
    """The clauses as they read without an edition on its first day, and its figures beside those that were there."""
    if proposed:
        return library_on(edition.since), figures_shown(edition.figures, edition.since)
    with decided.supposing(supposed_without(edition.number, edition.since)):
        return library_on(edition.since), figures_shown(edition.figures, edition.since, "before")


def _as_of(impact: Impact, edition: Edition, today: date) -> str:
    return "" if impact.on == max(edition.since, today) else f", as of {day(impact.on, today)}"


def roll_back_card(kept: Kept, why: str = "") -> Card:
    """Draw what would be taken back, to be confirmed."""
    name = name_of(kept.edition.id)
    return Card(
        title=f"Roll back {name}?",
        body=(f"From today on the policies read as they did before {name}. What was ruled until now keeps it.",),
        fields=(Field("why", "Why, in a sentence (it is kept)", why, long=False),),
        buttons=(
            _button(f"Roll back {name}", "roll_back", "destructive", edition=kept.edition.id),
            _button("Leave it as it is", "leave"),
        ),
    )


def review_card(clause: Clause, before: str) -> Card:
    """Draw a changed clause with the words that its rules were written against, to be read again."""
    titles = dict.fromkeys(title_of(situation) for situation, _ in rules_on(clause.id))
    return Card(
        title=f"Do the rules still hold? {clause.label}",
        body=(_become(before, clause), f"It decides on {listed([lower(title) for title in titles])}."),
        asks="Until somebody has read them again, rulings say that this clause was "
        f"{'taken out' if clause.withdrawn else 'changed'} and not reviewed.",
        buttons=(
            _button(
                "I've read them: they still hold", "reviewed", "positive", clause=clause.id, version=clause.version
            ),
            _button("Leave it flagged", "leave"),
        ),
    )


def _become(before: str, clause: Clause) -> str:
    if clause.withdrawn:
        return f"It is no longer part of the policy. It said: {said(clause.text)}"
    return difference(before, clause.text)


def _button(title: str, verb: str, style: str = "default", **carried: Any) -> Button:
    return Button(title, f"edition.{verb}", carried, style)


def _buttons(kept: Kept, proposed: bool, others: bool) -> tuple[Button, ...]:
    name, edition = name_of(kept.edition.id), kept.edition.id
    if not proposed:
        return ()
    publish = (_button(f"Publish {name}", "publish", "positive", edition=edition),) if others else ()
    return (*publish, _button(f"Withdraw {name}", "withdraw", edition=edition))


def _whose(turn: Turn, kept: Kept) -> str:
    author = author_of(turn.desk.directory, kept)
    why = f" Why: {said(kept.edition.why)}" if kept.edition.why else ""
    source = f" It comes from {said(kept.edition.document)}." if kept.edition.document not in ("", author) else ""
    published = kept.act(PUBLISHED)
    by = person_named(turn.desk.directory, published.by) if published else None
    done = f" Published by {by.name} on {day(published.done_on, turn.today)}." if by else ""
    return f"Proposed by {author} on {day(kept.edition.made_on, turn.today)}.{done}{source}{why}"


def figures_shown(figures: Sequence[FigureEdit], on: date, when: str = "now") -> tuple[tuple[str, str], ...]:
    """Give the rows that tell which figures change, and what they were on a day; ``when`` says how that is told."""
    return tuple(figure_row(each, value(each.name, on), when) for each in figures)


def _left(what: Proposal) -> tuple[str, ...]:
    """Where the old figure still stands in the clause beside the new one."""
    old = (written_in(value(figure.name, what.since)) for figure in what.figures)
    still = [token for token in dict.fromkeys(old) if token and token in what.clauses[0].text]
    return tuple(f"“{token}” still stands in it elsewhere. Check whether that is meant." for token in still)


def _nought(what: Proposal) -> tuple[str, ...]:
    """Where a figure becomes nought, which is allowed and seldom meant."""
    names = [figure_name(each.name) for each in what.figures if not float(each.amount)]
    return tuple(f"“{name}” would be nought. Check whether that is meant." for name in names)


def _why(what: Proposal) -> tuple[tuple[str, str], ...]:
    return (("Why", said(what.why)),) if what.why else ()


def figures_left(edits: Sequence[ClauseEdit], on: date) -> tuple[str, ...]:
    """Tell which figures stay: no other amount can be read in the new words, or the old ones stand beside another."""
    _, unread = figures_with(edits, on)
    return (
        *(f"{_goes_on(each)}: I can't read another amount where “{each.words}” stood." for each in unread),
        *(
            f"{_goes_on(each)}: “{each.words}” still stands in it, beside {new}."
            for each, new in left_standing(edits, on)
        ),
    )


def _goes_on(figure: Value) -> str:
    return f"The rules go on with {amount_of(figure)} for “{figure_name(figure.name)}”"


def _flagged(edition: Edition) -> tuple[str, ...]:
    """Which rules would have to be read again, as the words that they were written against change."""
    with decided.supposing(supposed_with(edition)):
        library = library_on(edition.since)
    clauses = [edit.clause for edit in edition.clauses if library.get(edit.clause).unreviewed]
    titles = dict.fromkeys(title_of(situation) for clause in clauses for situation, _ in rules_on(clause))
    if not titles:
        return ()
    rules, them = ("The rule", "it") if len(titles) == 1 else ("The rules", "them")
    return (
        f"{rules} on {listed([lower(title) for title in titles])} would be flagged until somebody has read {them} "
        "against the new words: rulings say so until then.",
    )
