"""Who hears of a change of the policies: the others in HR, its author, and those who keep the registers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from dialogs.edition_impact import Impact
from dialogs.editions import AUDITOR, RELEASE
from dialogs.people import Directory, Person
from dialogs.replies import Reply, to_json
from dialogs.settling import EDITOR
from dialogs.statuses import person_named
from dialogs.wording import day, listed, said
from knowledge.editions.overlay import library_on
from storage import outbox, records
from storage.editions import Kept, name_of

_SHOWN = 50
Told = tuple[str, str]  # a person's id, and what they are told


@dataclass(frozen=True, slots=True)
class Telling:
    """Who acts on the policies, and where it is told: the session, the council's people and the time."""

    session: Session
    directory: Directory
    person: Person
    now: datetime

    def of_proposal(self, kept: Kept) -> str:
        """Send a proposal to the others in HR; give what its author is told."""
        name, others = name_of(kept.edition.id), list(self._others(EDITOR))
        words = (
            f"**{self.person.name} proposes {name}:** {labels_of(kept)}, from {self._since(kept)}. Type “preview "
            f"{name}” to see what it would change, and to publish it."
        )
        self._send((person.id, words) for person in others)
        whom = f"{listed([person.name for person in others], 'or')} can publish it." if others else (
            "Nobody else is listed as an editor in HR, so nobody can publish it until somebody is."
        )  # fmt: skip
        return f"**Proposed as {name}.** {whom} To see what it would change, type “preview {name}”."

    def of_publication(self, kept: Kept, impact: Impact) -> str:
        """Tell the author, and send the references that differ to those who keep the registers; give what is said."""
        name, since = name_of(kept.edition.id), self._since(kept)
        self._send([(kept.edition.author, f"**{self.person.name} has published {name}.** It holds from {since}.")])
        shown = self._may_be_named(impact)
        if shown:
            words = (
                f"**HR have changed the policy from {since} ({name}: {labels_of(kept)}).** Under it these records "
                f"would have been ruled on differently. They stay as filed: {shown}"
            )
            whom = (*self._others("democratic_services"), *self._others(AUDITOR))
            self._send((person.id, words) for person in whom)
        return (
            f"**{name} is published.** It holds from {since}, and rulings from then on follow it. To take it back, "
            f"type “roll back {name}”."
        )

    def of_roll_back(self, kept: Kept) -> str:
        """Tell the others in HR that it is taken back; give what is said."""
        name = name_of(kept.edition.id)
        words = f"**{self.person.name} has rolled back {name}:** {labels_of(kept)}."
        self._send((person.id, words) for person in self._others(EDITOR))
        return f"**{name} is rolled back.** From today on the policies read as they did before it."

    def _since(self, kept: Kept) -> str:
        return day(kept.begins(self.now.date()), self.now.date())

    def _others(self, role: str) -> Iterator[Person]:
        return (person for person in self.directory.with_role(role) if person.id != self.person.id)

    def _send(self, told: Iterable[Told]) -> None:
        listed_people = [(whom, words) for whom, words in told if self.directory.find(whom)]
        for whom, words in dict.fromkeys(listed_people):
            body = to_json(Reply(words))
            outbox.enqueue(
                session=self.session, to_person=whom, kind="notice", body=body, now=self.now, template="edition"
            )

    def _may_be_named(self, impact: Impact) -> str:
        """The references, as far as they are of records whose content may be seen."""
        found = (records.by_reference(session=self.session, reference=each) for each in impact.differing[:_SHOWN])
        shown = [record.reference for record in found if record and record.sensitivity == "normal"]
        left = len(impact.differing) - _SHOWN
        return f"{', '.join(shown)}{f' and {left} more' if left > 0 else ''}." if shown else ""


def author_of(directory: Directory, kept: Kept) -> str:
    """Name who proposed an edition: a person, or the release that brought it."""
    if kept.edition.author == RELEASE:
        return kept.edition.document
    return person_named(directory, kept.edition.author).name


def labels_of(kept: Kept) -> str:
    """Name what an edition changes in a few words: its clause, or its first and how many more."""
    library = library_on(kept.edition.since)
    named = [library.find(edit["clause"]) for edit in kept.edition.edits["clauses"]]
    labels = [
        said(each.label if each else edit["label"])
        for each, edit in zip(named, kept.edition.edits["clauses"], strict=True)
    ] or ["a figure"]
    return labels[0] if len(labels) == 1 else f"{labels[0]} and {len(labels) - 1} more"
