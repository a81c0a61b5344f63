"""A councillor takes the council's devices abroad: Legal & Democratic Services are told in good time.

Members ICT Scheme 7.4 and 7.5 (MS-84, 85). Clause 7.4 is about devices that the council provides; for their own,
members see to insurance themselves. It gives no number of days, and nothing is insured on the word of this rule. The
name and the address of the Foreign and Commonwealth Office have changed since (X41). "Legal & Democratic Services" are
reached through their Head (X42).
"""

import re

from knowledge.days import in_words
from knowledge.facts import Fact
from knowledge.phrases import device, listed, the
from knowledge.phrases import giver as named
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome

_YOURS = re.compile(r"^the (?=(?:own|personal|private)\b)", re.I)
_OWN = re.compile(r"\b(?:own|personal|private)\b", re.I)


def _called(texts) -> str:
    """The devices as the person named them: "your iPad and your own phone"."""
    return listed([_YOURS.sub("your ", the(device(text), "council's device")) for text in texts])


def _owns(said) -> list[str]:
    """The devices that the person calls their own, for which the clause is not written."""
    return [text for text in said.devices or () if _OWN.search(text)]


def _councils(said) -> list[str]:
    return [text for text in said.devices or () if not _OWN.search(text)]


def _only_own(said) -> bool:
    return bool(_owns(said)) and not _councils(said)


def _devices(said) -> str:
    return _called(_councils(said)) or "the council's devices"


def _tell_sentence(said) -> str:
    country = named(said.country)
    where = f"to {country}" if country else "abroad"
    leaving = f" on {in_words(said.leaves_on)}" if said.leaves_on else ""
    lead, so = ("If you are taking any of", ",") if _only_own(said) else ("You are taking", ", so")
    return (
        f"{lead} {_devices(said)} {where}{leaving}{so} tell Legal & Democratic Services in good time and don't count "
        "on insurance until they have acknowledged it."
    )


def _luggage_sentence(said) -> str:
    if _only_own(said):
        return "This is asked for the council's devices as well, not for your own."
    return f"So keep {_devices(said)} in your hand luggage."


def _own_sentence(said) -> str:
    return f"The council accepts no responsibility for {_called(_owns(said))}, so see to your own insurance."


def _advice_sentence(said) -> str:
    return (
        "This office and its address have changed since the scheme was written, so look for the government's foreign "
        "travel advice under today's name."
    )


RULE = Rule(
    situation="travel_abroad",
    role=COUNCILLOR,
    own_facts=(
        Fact("country", "text"),
        Fact("leaves_on", "date"),
        Fact("returns_on", "date"),
        Fact("devices", "texts"),
    ),
    lines=(
        Line(
            key="notify",
            when=always,
            gives=Outcome.NOTIFY,
            duties=(Duty.TELL_LEGAL_DEMOCRATIC_SERVICES, Duty.IN_GOOD_TIME),
            cites=(
                Cite("7.4", "Legal & Democratic Services should be advised, in good time", _tell_sentence),
                Cite("7.4", "In such cases mobile devices must be taken as hand luggage.", _luggage_sentence),
                Cite(
                    "7.5",
                    "Members should ensure that they have their own appropriate insurance arrangements in place.",
                    _own_sentence,
                    when=_owns,
                ),
                Cite("7.4", "Members should also consult the Foreign and Commonwealth Office", _advice_sentence),
            ),
        ),
    ),
    receivers={Outcome.NOTIFY: ("head_of_legal",)},
)
