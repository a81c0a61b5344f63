"""A release that changes clauses or figures: proposed to HR; until they publish it, the policies read as before."""

from datetime import datetime
from importlib.metadata import version

from sqlmodel import Session

from dialogs.edition_telling import labels_of
from dialogs.editions import RELEASE, Proposal, propose
from dialogs.following import follow_decisions
from dialogs.people import Directory
from dialogs.replies import Reply, to_json
from dialogs.settling import EDITOR
from knowledge.clauses import Clause
from knowledge.editions.edits import ClauseEdit
from knowledge.editions.overlay import library_on
from knowledge.editions.shipping import digest_of, edits_between, shipped
from knowledge.errors import Sayable
from knowledge.values import value
from storage import editions, outbox, releases
from storage.editions import Kept, name_of


def meet_release(session: Session, source: object, directory: Directory, now: datetime) -> Kept | None:
    """Take note of what this release brings, and propose what differs from the one that was met before.

    Gives the proposal, None where nothing is to be proposed. Of several processes that start at once one does it.
    """
    editions.alone(session)
    content = shipped()
    digest, before = digest_of(content), releases.newest(session=session)
    if before and before.digest == digest:
        return None
    name = f"Probity {version('probity')}"
    releases.meet(session=session, name=name, digest=digest, content=content, now=now)
    follow_decisions(session, source)
    return _propose(session, directory, before.content, name, now) if before else None


def _propose(session: Session, directory: Directory, before: dict, name: str, now: datetime) -> Kept | None:
    clauses, figures, since = edits_between(before, now.date())
    library = library_on(since)
    clauses = tuple(each for each in clauses if _says_other(library.find(each.clause), each))
    figures = tuple(each for each in figures if str(value(each.name, since).amount) != each.amount)
    if not clauses and not figures:
        return None
    try:
        kept = propose(session, Proposal(clauses, figures, since, document=name), RELEASE, now)
    except Sayable as refused:
        _tell(session, directory, f"**{name} brings changes of the policies that can't be proposed.** {refused}", now)
        return None
    reference = name_of(kept.edition.id)
    words = (
        f"**{name} brings changes of the policies ({reference}):** {labels_of(kept)}. Until one of you publishes "
        f"them, everything reads as before. Type “preview {reference}” to see them."
    )
    _tell(session, directory, words, now)
    return kept


def _tell(session: Session, directory: Directory, words: str, now: datetime) -> None:
    for person in directory.with_role(EDITOR):
        body = to_json(Reply(words))
        outbox.enqueue(session=session, to_person=person.id, kind="notice", body=body, now=now, template="edition")


def _says_other(now: Clause | None, edit: ClauseEdit) -> bool:
    if now is None or now.withdrawn:
        return bool(edit.text)
    return (now.text, now.label, now.heading, now.number) != (edit.text, edit.label, edit.heading, edit.number)
