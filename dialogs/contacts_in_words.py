"""What HR type to confirm a contact that the policies name, or to change one: the words of its clause, proposed."""

import re
from dataclasses import replace

from dialogs.asking import carry_on
from dialogs.contact_naming import NotOne, contact_named, contacts_named
from dialogs.contacts_card import contact_form
from dialogs.contacts_kept import confirm, propose_contact
from dialogs.desk import Turn
from dialogs.edition_base import FROM, day_said
from dialogs.editions import check_first_day, may_edit
from dialogs.kb_readers import may_read
from knowledge.contacts import NAME, PERSON, Contact, contacts_of
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.line_words import EMAIL, PHONE
from storage.tables import Draft

_LONGEST = 600
_START = r"^\W*(?:please )?(?:kb[ _-]*)?"
_WHICH = r"(?P<name>[^“”\"\s]\S*(?: [^“”\"\s]\S*){0,11}?)"
_WHY = r"(?:\s*(?::|\s[–-]\s|,?\s*\bbecause\b|,?\s*\bas\b(?! of\b))\s*(?P<why>\S.*?))?"
_ALL = re.compile(rf"{_START}confirm (?:all|every|each)(?: of)?(?: the| our)? contacts?\W*$", re.I)
_CONFIRM = re.compile(rf"{_START}confirm (?:the )?contact (?P<name>\S.*?)\W*$", re.I)
_CHANGE = re.compile(
    rf"{_START}(?:change|set|edit|update|replace) (?:the )?(?P<plainly>contact )?{_WHICH} (?:to|with|by) "
    rf"(?P<new>\S.*?){FROM}{_WHY}[\s.!]*$",
    re.I | re.S,
)
_FORM = re.compile(rf"{_START}(?:change|edit|update) (?:the )?contact (?P<name>\S.{{0,80}}?)\W*$", re.I)
_ADDRESS = re.compile(rf"{EMAIL.pattern}|{PHONE.pattern}")
_APART = re.compile(r"\s*[,;]\s*|\s+[–-]\s+")


def contacts_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words by which HR confirm or change a contact; say whether they were such words."""
    if not may_read(turn.person) or len(text) > _LONGEST:
        return False
    found = next((each for pattern in _DO if (each := pattern.match(text))), None)
    if found is None or found.re is _CHANGE and not _is_of_a_contact(turn, found):
        return False
    if not may_edit(turn.person):
        turn.say("HR editors confirm and change the contacts. You can read them: type “contacts”.")
    else:
        _do(turn, found)
    if draft:
        carry_on(turn, draft)
    return True


def _do(turn: Turn, found: re.Match) -> None:
    try:
        _DO[found.re](turn, found)
    except NotOne as several:
        start, end = found.span("name")
        choices = (f"{found.string[:start]}{each}{found.string[end:]}".strip() for each in several.meant)
        turn.say(str(several), choices=tuple(choices))
    except Sayable as refused:
        turn.say(str(refused))


def _is_of_a_contact(turn: Turn, found: re.Match) -> bool:
    """Whether the words say that they are of a contact, or name one and give an address."""
    if found["plainly"]:
        return True
    return bool(_ADDRESS.search(found["new"]) and contacts_named(contacts_of(turn.desk.library), found["name"]))


def _confirm_all(turn: Turn, found: re.Match) -> None:
    confirm(turn, contacts_of(turn.desk.library))


def _confirm(turn: Turn, found: re.Match) -> None:
    confirm(turn, (contact_named(contacts_of(turn.desk.library), found["name"]),))


def _form(turn: Turn, found: re.Match) -> None:
    turn.say(card=contact_form(turn, contact_named(contacts_of(turn.desk.library), found["name"])))


def _change(turn: Turn, found: re.Match) -> None:
    since = day_said(turn, found["since"] or "")
    check_first_day(since, turn.today)
    was = contact_named(contacts_of(library_on(since)), found["name"])
    propose_contact(turn, was, _in_new_words(was, found["new"]), since, found["why"] or "")


def _in_new_words(was: Contact, words: str) -> Contact:
    """The contact with the new name, role and address that the words give; what they leave out stays."""
    address = _ADDRESS.search(words)
    rest = f"{words[: address.start()]}{words[address.end() :]}" if address else words
    parts = [part for each in _APART.split(rest) if (part := each.strip(" .()–-:"))]
    now = replace(was, address=address[0].rstrip(".")) if address else was
    if was.kind != PERSON:
        return _without_name(now, parts, words)
    if parts and not address:
        raise Sayable(
            f"Which address has {parts[0][:60]}? I'd leave {was.address} there otherwise. Say it with the name, such "
            "as “Anna Rees, a.rees@npt.gov.uk”."
        )
    if len(parts) > 2 or parts and not NAME.fullmatch(parts[0]):
        raise Sayable(f"I can't read “{words[:80]}” as a name and an address. {_how(was)}")
    return replace(now, **dict(zip(("name", "role"), parts, strict=False)))


def _without_name(now: Contact, parts: list[str], words: str) -> Contact:
    if parts or not _ADDRESS.search(words):
        raise Sayable(f"I can't read “{words[:80]}” as the new number or address. {_how(now)}")
    return now


def _how(contact: Contact) -> str:
    return f"Type “change contact {contact.called}” to change it in a form."


_DO = {_ALL: _confirm_all, _CONFIRM: _confirm, _CHANGE: _change, _FORM: _form}
