"""A councillor takes the council's devices abroad: Legal & Democratic Services are told in good time.

Members ICT Scheme 7.4 (MS-84). It gives no number of days, and nothing is insured on the word of this rule. The name
and the address of the Foreign and Commonwealth Office have changed since (X41). "Legal & Democratic Services" are
reached through their Head (X42).
"""

from knowledge.days import in_words
from knowledge.facts import Fact
from knowledge.phrases import device, listed, the
from knowledge.phrases import giver as named
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome


def _devices(said) -> str:
    if said.devices is None:
        return "the council's devices"
    return listed([the(device(text), "council's device") for text in said.devices])


def _journey(said) -> str:
    country = named(said.country)
    return f"{_devices(said)} {f'to {country}' if country else 'abroad'}"


def _tell_sentence(said) -> str:
    leaving = f" on {in_words(said.leaves_on)}" if said.leaves_on else ""
    return (
        f"You are taking {_journey(said)}{leaving}, so tell Legal & Democratic Services in good time and don't count "
        "on insurance until they have acknowledged it."
    )


def _luggage_sentence(said) -> str:
    return f"So keep {_devices(said)} in your hand luggage."


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
                Cite("7.4", "Members should also consult the Foreign and Commonwealth Office", _advice_sentence),
            ),
        ),
    ),
    receivers={Outcome.NOTIFY: ("head_of_legal",)},
)
