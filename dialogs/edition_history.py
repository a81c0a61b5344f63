"""What has become of the policies: every change proposed and published, the versions of a clause, what is flagged."""

from collections.abc import Iterator

from dialogs.desk import Turn
from dialogs.edition_telling import author_of, labels_of
from dialogs.edition_words import title_of
from dialogs.editions import counted
from dialogs.kb_cards import shown_of, turning
from dialogs.kb_views import A_PAGE, View, before, button
from dialogs.replies import Card
from dialogs.statuses import person_named
from dialogs.wording import day, listed, lower, said
from knowledge import decided
from knowledge.clauses import Clause, load_library
from knowledge.editions.edits import Edition
from knowledge.editions.resting import rules_on
from knowledge.errors import Sayable
from storage import editions
from storage.editions import PUBLISHED, ROLLED_BACK, WITHDRAWN, Kept, name_of

_ACTS = {PUBLISHED: "published", WITHDRAWN: "withdrawn", ROLLED_BACK: "rolled back"}


def history_card(turn: Turn, view: View) -> Card:
    """Draw a page of the changes that were proposed, the newest first."""
    every = list(reversed(editions.every(session=turn.session)))
    if not every:
        raise Sayable("Nothing has been changed in the policies. To change a clause, type “edit” and its name.")
    page = every[view.first : view.first + A_PAGE]
    if not page:
        raise Sayable("There are no more changes. Type “history” for the newest.")
    return Card(
        title="What was changed in the policies",
        body=(
            f"{shown_of(view, len(page), len(every), 'change')} The newest comes first.",
            *(_line(turn, e) for e in page),
        ),
        asks=f"Type “preview {name_of(page[0].edition.id)}” to see one, or “history of” and a clause for its versions.",
        buttons=turning(turn.desk.library, view, len(every)),
    )


def tell_clause(turn: Turn, clause: Clause) -> None:
    """List the versions of a clause: from when each holds, and by which change it came."""
    lines = [f"Version {_first(clause)}, as it came with the policy."] if load_library().find(clause.id) else []
    version = _first(clause)
    for edition in decided.held().editions:
        if any(edit.clause == clause.id for edit in edition.clauses):
            version += 1
            lines.append(f"Version {version}, by {name_of(edition.number)}: {_held(turn, edition)}.")
    flagged = " It is flagged: type “review” and its name." if clause.unreviewed and rules_on(clause.id) else ""
    now = "is taken out" if clause.withdrawn else f"now reads as version {clause.version}"
    back = button("Back", before(turn.desk.library, View("history")))
    card = Card(title=f"{clause.label}: its versions", body=(f"It {now}.{flagged}", *lines), buttons=(back,))
    turn.say(card=card)


def tell_flagged(turn: Turn) -> None:
    """List the clauses that were changed and whose rules nobody has read again."""
    flagged = [clause for clause in turn.desk.library.clauses if clause.unreviewed and rules_on(clause.id)]
    if not flagged:
        turn.say("No rule is flagged: each was read against the words in force.")
        return
    lines = [f"**{said(clause.label)}** ({clause.id}){_gone(clause)}: {_decides(clause)}" for clause in flagged]
    turn.say(
        "These clauses were changed or taken out, and nobody has read the rules beside them again. Rulings say so. To "
        f"read one, type “review {flagged[0].id}”.",
        *lines,
    )


def _held(turn: Turn, edition: Edition) -> str:
    since = day(edition.since, turn.today)
    if edition.until is None:
        return f"from {since}"
    if edition.until <= edition.since:
        return f"was to hold from {since}, and was rolled back on {day(edition.until, turn.today)}"
    return f"from {since} until it was rolled back on {day(edition.until, turn.today)}"


def _first(clause: Clause) -> int:
    came = load_library().find(clause.id)
    return came.version if came else 0


def _gone(clause: Clause) -> str:
    return ", taken out" if clause.withdrawn else ""


def _decides(clause: Clause) -> str:
    titles = dict.fromkeys(title_of(situation) for situation, _ in rules_on(clause.id))
    return f"it decides on {listed([lower(title) for title in titles])}."


def _line(turn: Turn, kept: Kept) -> str:
    edition = kept.edition
    author = author_of(turn.desk.directory, kept)
    parts = [f"**{name_of(edition.id)}** {labels_of(kept)}, from {day(kept.begins(turn.today), turn.today)}."]
    parts.append(f"Proposed by {author} on {day(edition.made_on, turn.today)}{_why(edition.why)}")
    return " ".join((*parts, *_done(turn, kept)))


def _done(turn: Turn, kept: Kept) -> Iterator[str]:
    for act in kept.acts:
        if act.act in _ACTS:
            by = person_named(turn.desk.directory, act.by).name
            over = f", although {counted(len(act.failing), 'golden check')} failed" if act.failing else ""
            done = _ACTS[act.act].capitalize()
            yield f"{done} by {by} on {day(act.done_on, turn.today)}{over}{_why(act.why)}"


def _why(words: str) -> str:
    return f": “{said(words)}”." if words else "."
