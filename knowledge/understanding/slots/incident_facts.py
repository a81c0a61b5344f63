"""The facts of lost devices and other incidents that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said, flag, value_of
from knowledge.understanding.slots.text import plain

_POLICE = re.compile(
    r"\b(?:crime|police|incident|cad|log)\s*(?:ref(?:erence)?|number|no\.?"
    r"|num)?(?:\s*(?:ref(?:erence)?|number|no\.?))?\s*(?:is|was|:|#"
    r"|-)*\s*(?P<ref>(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,})",
    re.I,
)

_PAPERS_ALONE = re.compile(
    r"\W*(?P<papers>(?:(?:an?|the|my|some|our) )?(?:[\w'’-]+ ){0,4}"
    r"(?:papers?|paperwork|files?|notes?|notebook|reports?|forms?|documents?|folder|letters?|diary|agenda|minutes|printouts?))\W*",
    re.I,
)


def device(said: Said) -> str | None:
    """The kind of device."""
    return said.mentions.device


def how(said: Said) -> str | None:
    """``stolen`` or ``lost``; theft outweighs the word "left", and doubt between the two is None."""
    hits = said.tags("how")
    values = {one.value for one in hits if not one.negated}
    if "unclear" in values:
        return None
    if "stolen" in values:
        return "stolen"
    denied = {one.value for one in hits if one.negated}
    return "lost" if "lost" in values or ("lost" not in denied and "stolen" in denied and "lost" in values) else None


def where(said: Said) -> str | None:
    """The place, with its preposition."""
    return said.mentions.place


def owner(said: Said) -> str | None:
    """``own`` or ``council`` where the text says which; "my ipad" says neither."""
    values = {one.value for one in said.tags("owner") if not one.negated}
    return values.pop() if len(values) == 1 else None


def data_of(said: Said) -> str | None:
    """Whose data was on it, where the text says one."""
    values = {one.value for one in said.tags("data_of") if not one.negated}
    return values.pop() if len(values) == 1 else None


def personal_data(said: Said) -> bool | None:
    """Whether personal data was on it or in it."""
    return flag(said, "personal_data")


def encrypted(said: Said) -> bool | None:
    """Whether it was encrypted; a guess is None."""
    return flag(said, "encrypted")


def left_unattended(said: Said) -> bool | None:
    """Whether it was left by itself, as said."""
    return flag(said, "left_unattended")


def in_vehicle(said: Said) -> bool | None:
    """Whether it was in a car or van, as said."""
    return flag(said, "in_vehicle")


def overnight(said: Said) -> bool | None:
    """Whether it was left overnight, as said."""
    return flag(said, "overnight")


def police_reference(said: Said) -> str | None:
    """The crime or incident number, in capitals."""
    found = _POLICE.search(plain(said.text))
    return found["ref"].upper().strip("-/") if found else None


def papers(said: Said) -> str | None:
    """The papers that the text is about, also where it names them and says no more."""
    alone = _PAPERS_ALONE.fullmatch(plain(said.text))
    return alone["papers"] if alone else thing(said)


def thing(said: Said) -> str | None:
    """The noun phrase that the text is about."""
    return value_of(said.mentions.things)
