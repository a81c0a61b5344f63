"""Which contact somebody means: by name, role, clause, or some words of these."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dialogs.wording import listed, said
from knowledge.contacts import Contact
from knowledge.errors import Sayable

_NEAR = 85
_NOISE = frozenset("the a an of for in our contact contacts number email e mail address telephone phone clause".split())
_LONGEST = 60


class NotOne(Sayable):
    """Words that may mean several contacts; ``meant`` are how each of them is named alone."""

    def __init__(self, message: str, meant: tuple[str, ...]) -> None:
        super().__init__(message)
        self.meant = meant


def contact_named(contacts: Sequence[Contact], words: str) -> Contact:
    """Give the contact that the words name. ``NotOne`` where several may be meant, Sayable where none is."""
    found = contacts_named(contacts, words)
    if len(found) == 1:
        return found[0]
    if found:
        meant = tuple(named_alone(contacts, each) for each in found)
        told = [f"{name} ({each.role})" if each.name else name for name, each in zip(meant, found, strict=True)]
        raise NotOne(f"I know more than one like that: {listed(told, 'or')}. Which one do you mean?", meant)
    every = listed(tuple(dict.fromkeys(each.called for each in contacts)))
    raise Sayable(
        f"No policy names “{said(words[:_LONGEST])}” as a contact. They name {every}. Type “contacts” to see them all."
    )


def contacts_named(contacts: Sequence[Contact], words: str) -> tuple[Contact, ...]:
    """Give the contacts that the words may name: exactly, else in part, else spelt nearly so; none where none is."""
    sought = _words(words)
    if not sought:
        return ()
    for fits in (_is, _is_part, _is_near):
        found = tuple(each for each in contacts if any(fits(sought, name) for name in _names(each)))
        if found:
            return found
    return ()


def named_alone(contacts: Sequence[Contact], contact: Contact) -> str:
    """Name a contact so that no other is meant: by name or role, and where that is not enough with its clause."""
    same = [each for each in contacts if each.called == contact.called]
    return contact.called if len(same) == 1 else f"{contact.called} {contact.clause}"


def _names(contact: Contact) -> Iterator[tuple[str, ...]]:
    yield from (_words(each) for each in (contact.name, contact.role, contact.clause) if each)
    yield _words(f"{contact.role} {contact.clause}")
    yield _words(f"{contact.name} {contact.role}")
    yield _words(f"{contact.name} {contact.clause}")


def _words(text: str) -> tuple[str, ...]:
    found = re.findall(r"[\w.'’-]*\w", text.casefold())
    return tuple(each for each in found if each not in _NOISE) or tuple(found)


def _is(sought: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return sorted(sought) == sorted(name)


def _is_part(sought: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return set(sought) <= set(name)


def _is_near(sought: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return fuzz.token_sort_ratio(" ".join(sought), " ".join(name)) >= _NEAR
