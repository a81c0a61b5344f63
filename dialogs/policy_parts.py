"""The parts of the policies that HR give an owner and a review date: a policy, a heading, or a single clause."""

from collections.abc import Iterator

from dialogs.kb_naming import SECTION, Section, clauses_of, find, section_of_key, title_of
from dialogs.wording import lower
from knowledge.clauses import Clause, Library

Part = Clause | Section


def subject_of(part: Part) -> str:
    """Give the one line under which a part is kept: a clause's id, or the key of a section."""
    return part.id if isinstance(part, Clause) else part.key


def part_of(library: Library, subject: str) -> Part | None:
    """Give the part that is kept under a line; None where the policies have it no more."""
    clause = library.find(subject)
    if clause:
        return None if clause.withdrawn else clause
    section = section_of_key(subject)
    return section if clauses_of(library, section) else None


def label_of(library: Library, part: Part) -> str:
    """Say where a part stands: ``Code of conduct, Gifts, paragraph 1``."""
    return part.label if isinstance(part, Clause) else title_of(library, part)


def wider(part: Part) -> Iterator[Part]:
    """Give the part itself and each that it stands in, up to the policy."""
    if isinstance(part, Clause):
        yield part
    for deep in range(len(part.heading), -1, -1):
        yield Section(part.policy, part.heading[:deep])


def typed(library: Library, part: Part) -> str:
    """Give the shortest words by which a part is named when they are typed, and nothing else is."""
    if isinstance(part, Clause):
        return part.id
    title = library.title(part.policy)
    if not part.heading:
        return f"the {title if any(word[:1].isupper() for word in title.split()[1:]) else lower(title)}"
    leaf = part.heading[-1].rstrip(":")
    ways = (lower(leaf), f"{title}, {leaf}", title_of(library, part))
    return next((words for words in ways if find(library, words, SECTION) == (part,)), ways[-1])
