"""A document that HR send in chat: read before the turn, shown clause by clause, and proposed once they say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from dialogs.desk import Desk, Incoming, Turn
from dialogs.edition_base import HELD, day_said, telling
from dialogs.edition_cards import EditionAction
from dialogs.editions import Proposal, check_first_day, may_edit, propose
from dialogs.events import Attached
from dialogs.replies import Card
from dialogs.upload_card import Upload, upload_card
from dialogs.wording import said
from knowledge.clauses import Library
from knowledge.documents.blocks import Document
from knowledge.documents.difference import Difference, compare, known_share
from knowledge.documents.opening import read_document
from knowledge.editions.edits import ClauseEdit
from knowledge.editions.importing import as_two, edits_from
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import figures_with
from knowledge.errors import Sayable
from storage.editions import name_of

HOW = (
    "Send me the document here as a file: a Word document (.docx), a PDF with text, Markdown or plain text, at most "
    "10 MB. I'll show what it changes, clause by clause, and nothing changes until somebody else publishes it."
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A document that was read, under its name; or why it could not be."""

    name: str
    document: Document | None = None
    problem: str = ""


def read_beforehand(desk: Desk, incoming: Incoming) -> None:
    """Read the document that somebody in HR sends, before the turn takes its locks: it may take a few seconds."""
    event = incoming.event
    if not isinstance(event, Attached) or not event.files or not may_edit(incoming.person):
        return
    sent = event.files[0]
    try:
        read = _Read(sent.name, problem=sent.problem)
        if not sent.problem:
            read = _Read(sent.name, read_document(sent.name, sent.content))
    except Sayable as refused:
        read = _Read(sent.name, problem=str(refused))
    desk.documents.keep(incoming.person.id, {"read": read}, incoming.now)


def take_document(turn: Turn, attached: Attached) -> bool:
    """Show what a document changes; say whether one was sent by somebody who may change the policies."""
    if not attached.files or not may_edit(turn.person):
        return False
    read = _kept(turn)
    if read is None or read.document is None:
        turn.say(read.problem if read else HOW)
        return True
    try:
        upload = _upload(read, turn.today)
    except Sayable as refused:
        turn.say(str(refused))
        return True
    if len(attached.files) > 1:
        turn.say(
            f"You sent {len(attached.files)} files. I've read the first, {said(read.name)}; send the others after it."
        )
    if not upload.edits:
        turn.say(f"{said(read.name)} says what the {upload.title} says already, so there's nothing to propose.")
        return True
    _show(turn, upload, turn.today)
    return True


def press_take(turn: Turn, action: EditionAction) -> None:
    """Propose what the document changes from the day that was typed; Sayable where it cannot be."""
    read = _kept(turn)
    if read is None or read.document is None:
        raise Sayable("I no longer hold that document. Please send it again.")
    since = day_said(turn, action.since)
    check_first_day(since, turn.today)
    upload = _upload(read, since)
    if upload.seen != action.seen:
        turn.answer = Card(title="That card is out of date. What would change now is shown below.")
        _show(turn, upload, since, action.why)
        return
    upload = _upload(read, since, action.apart)
    figures, _ = figures_with(upload.edits, since)
    kept = propose(
        turn.session, Proposal(upload.edits, figures, since, action.why, read.name), turn.person.id, turn.now
    )
    turn.kept = True
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Proposed as {name_of(kept.edition.id)}.")
    turn.say(telling(turn).of_proposal(kept))


def _show(turn: Turn, upload: Upload, since: date, why: str = "") -> None:
    """Show what would be proposed for a day, to be confirmed by its button or a yes."""
    held = EditionAction("take", since="" if since == turn.today else since.isoformat(), why=why, seen=upload.seen)
    turn.desk.memory.keep(turn.person.id, {HELD: held}, turn.now)
    turn.say(card=upload_card(upload, since, turn.today, why))


def _upload(read: _Read, since: date, apart: tuple[str, ...] = ()) -> Upload:
    """What the document changes in the policy whose words it has, as that policy reads on a day."""
    library = library_on(since)
    policy = max(library.policies, key=lambda each: known_share(_of(library, each, since), read.document))
    difference = compare(_of(library, policy, since), library.title(policy), read.document)
    edits = tuple(_taken_apart(library, policy, difference, edits_from(library, policy, difference), apart))
    title, left_out = library.title(policy), read.document.left_out
    return Upload(read.name, policy, title, difference, edits, left_out, _digest(library, edits, read.document))


def _digest(library: Library, edits: Sequence[ClauseEdit], document: Document) -> str:
    """Stands for a document and the clauses that it changes, as they read before."""
    versions = [clause.version for each in edits if (clause := library.find(each.clause))]
    return sha256(repr((document, tuple(edits), versions)).encode()).hexdigest()[:16]


def _taken_apart(
    library: Library, policy: str, difference: Difference, edits: tuple[ClauseEdit, ...], apart: tuple[str, ...]
) -> Iterator[ClauseEdit]:
    for edit in edits:
        if edit.clause in apart:
            yield from as_two(library, policy, difference, edit)
        else:
            yield edit


def _of(library: Library, policy: str, since: date) -> list:
    return [clause for clause in library.in_force(on=since) if clause.policy == policy]


def _kept(turn: Turn) -> _Read | None:
    return (turn.desk.documents.look(turn.person.id, turn.now) or {}).get("read")
