"""The facts of incidents with devices, papers and data, the same for employees and councillors, and words for them."""

import re
from dataclasses import replace

from knowledge.facts import Fact
from knowledge.phrases import device, giver, is_many, the

_TELLING = re.compile(
    r"\b(?:i|we|he|she|they|it|someone|somebody|is|are|was|were|has|have|had|been|got|went|left|lost|stolen|sent|gave|"
    r"opened|clicked|forwarded|emailed)\b|['’](?:m|ve|d)\b",
    re.I,
)
_ROLE = re.compile(
    r"(?:(?:line|team|deputy|old|former) )*(?:boss|manager|supervisor|leader|deputy|pa|assistant|secretary|colleague"
    r"|colleagues|team|wife|husband|spouse|partner|son|daughter|child|children|mum|mam|mother|dad|father|brother|sister"
    r"|friend|neighbour|agent)",
    re.I,
)
_MINE = re.compile(r"\b(?:my|our)\b")
_DEVICE = Fact("device", "choice", ("ipad", "laptop", "phone", "id_card", "removable_media", "other"))
_OWNER = Fact("owner", "choice", ("council", "own"))
_DATA_OF = Fact("data_of", "choice", ("council", "constituents", "party", "none"))
_FACTS = (
    Fact("what", "text"),
    Fact("when", "moment"),
    Fact("where", "text"),
    Fact("how", "text"),
    Fact("personal_data", "bool"),
    _DATA_OF,
    _DEVICE,
    _OWNER,
    Fact("opened", "bool", default=False),
    Fact("damaged", "bool", default=False),
    Fact("password_shared_with", "text"),
)


def incident_facts(*deciding: str) -> tuple[Fact, ...]:
    """The facts of an incident other than a missing device; ``deciding`` are those that change its ruling."""
    return tuple(replace(fact, matters=fact.name in deciding) for fact in _FACTS)


def device_facts(rules: bool) -> tuple[Fact, ...]:
    """The facts of a missing device; ``rules`` says whether owner and data change the ruling for this audience."""
    return (
        _DEVICE,
        Fact("how", "choice", ("lost", "stolen")),
        Fact("when", "moment"),
        Fact("where", "text"),
        replace(_OWNER, matters=rules),
        Fact("encrypted", "bool"),
        Fact("personal_data", "bool"),
        replace(_DATA_OF, matters=rules),
        Fact("left_unattended", "bool"),
        Fact("in_vehicle", "bool"),
        Fact("overnight", "bool"),
        Fact("police_reference", "text"),
    )


def your_device(said) -> str:
    """The device as the person would say it: "your iPad", "your own phone"."""
    return f"your {'own ' if said.owner == 'own' else ''}{device(said.device)}"


def is_missing(said) -> str:
    """What happened to it: "is lost", "was stolen", "is missing"."""
    return {"lost": "is lost", "stolen": "was stolen"}.get(said.how, "is missing")


def missing_device(said) -> str:
    """The device with what happened to it: "a stolen laptop"."""
    return f"a {said.how or 'missing'} {device(said.device)}"


def named(what: str | None, otherwise: str) -> str:
    """What was lost or sent, as the person named it; the other words where they told what happened instead."""
    words = _MINE.sub("your", the(None if _TELLING.search(what or "") else what, ""))
    return words if words.removeprefix("the ") else otherwise


def known_to(said) -> str:
    """Who may know the password, as the person named them: "Sarah", "your boss"."""
    who = giver(said.password_shared_with, "somebody else")
    if not _ROLE.fullmatch(who):
        return who
    return f"your {who if who.isupper() else who.lower()}"


def papers(said) -> str:
    """The papers as the person named them: "the casework file"."""
    return named(said.what, "the papers")


def papers_are_missing(said) -> str:
    """What happened to them: "the papers are lost", "the file was stolen"."""
    many = is_many(papers(said))
    happened = {"lost": ("is lost", "are lost"), "stolen": ("was stolen", "were stolen")}
    return f"{papers(said)} {happened.get(said.how, ('is missing', 'are missing'))[many]}"
