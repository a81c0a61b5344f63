"""The card on which HR see what a document changes, clause by clause, and propose it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogs.contact_effects import contacts_shown, unread_contacts
from dialogs.edition_cards import FIRST_DAY, figures_left, figures_shown
from dialogs.edition_words import clauses_told
from dialogs.replies import Button, Card, Field
from dialogs.wording import listed, said
from knowledge.documents.difference import ADDED, CHANGED, MOVED, REMOVED, SAME, Difference
from knowledge.documents.headings import Heading
from knowledge.editions.edits import ClauseEdit, Edition
from knowledge.editions.importing import doubtful
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import figures_with

_SHOWN = 12
_DOUBTS_SHOWN = 4
_KINDS = ((CHANGED, "changed"), (ADDED, "added"), (MOVED, "moved"), (REMOVED, "taken out"))


@dataclass(frozen=True, slots=True)
class Upload:
    """What a document changes in a policy: the difference and the edits it comes to, and what of it was left out.

    ``seen`` tells this difference from every other: another document, or other words of the policy.
    """

    name: str
    policy: str
    title: str
    difference: Difference
    edits: tuple[ClauseEdit, ...]
    left_out: tuple[str, ...] = ()
    seen: str = ""


def upload_card(upload: Upload, since: date, today: date, why: str = "") -> Card:
    """Draw what a document changes from a day on, with what is doubtful in it asked, to be proposed."""
    library = library_on(since)
    figures, _ = figures_with(upload.edits, since)
    proposed = Edition(0, since, upload.edits, figures)
    return Card(
        title=f"What {said(upload.name)} changes",
        body=(
            f"Compared with the {upload.title}: {_counts(upload.difference)}.",
            *clauses_told(library, upload.edits, "probity kb diff"),
            *figures_left(upload.edits, since),
            *unread_contacts(proposed),
            *_headings(upload.difference.headings),
            *upload.left_out[:_SHOWN],
        ),
        facts=(*figures_shown(figures, since), *contacts_shown(proposed)),
        asks="It is sent to the others in HR, one of whom publishes it. Until then nothing changes. Is this right?",
        fields=(
            *_doubts(upload),
            Field("since", FIRST_DAY, "" if since == today else f"{since.day} {since:%B %Y}", long=False),
            Field("why", "Why, in a sentence (it is kept)", why, long=False),
        ),
        buttons=(
            Button("Propose these changes", "edition.take", {"seen": upload.seen}, "positive"),
            Button("Leave the policy as it is", "edition.leave"),
        ),
    )


def _counts(difference: Difference) -> str:
    same = len(difference.of(SAME))
    counts = [f"{same} clause is the same" if same == 1 else f"{same} clauses are the same"]
    counts += [f"{len(found)} {word}" for kind, word in _KINDS if (found := difference.of(kind))]
    return listed(counts)


def _headings(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        if heading.old and heading.new:
            yield f"The heading “{said(heading.old)}” is “{said(heading.new)}” in it, and stays as it is here."
        elif heading.new:
            yield f"The heading “{said(heading.new)}” is new."


def _doubts(upload: Upload) -> Iterator[Field]:
    for change in doubtful(upload.difference)[:_DOUBTS_SHOWN]:
        label = change.clause.label
        yield Field(
            f"apart:{change.clause.id}",
            f"Is “{' '.join(change.new.text.split())[:80]}” still {label}?",
            choices=(("", f"Yes, {label} in other words"), ("apart", "No, a new clause, and that one goes")),
            required=False,
        )
