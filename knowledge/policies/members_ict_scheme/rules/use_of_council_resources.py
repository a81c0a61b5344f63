"""What a councillor may use the council's equipment for: council business, not a party, a business or personal ends.

Members ICT Scheme 1.2, 2.11, 4.1 to 4.5, 5.2 and 5.10 (MS-7, 22, 29-34, 44, 52). The scheme allows occasional personal
use of the internet in one place and none in others (X30): the internet occasionally, the council's address never, until
HR decides.
"""

from knowledge.facts import Fact
from knowledge.phrases import the
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Outcome

_PARTY, _BUSINESS = "party_political", "personal_business"
_COUNCIL = ("council_business", "group_mainly_council")
_OCCASIONAL, _PERSONAL = "occasional_personal_internet", "personal"
PURPOSES = (*_COUNCIL, _PARTY, _PERSONAL, _BUSINESS, _OCCASIONAL)


def _thing(said) -> str:
    return the(said.resource, "council's equipment")


def _may_be(purpose: str):
    return lambda said: said.purpose in (purpose, None)


def _party_sentence(said) -> str:
    if said.purpose != _PARTY:
        return f"If what you have in mind is for a political party, {_thing(said)} can't be used for it."
    return f"What you have in mind is for a political party, so {_thing(said)} can't be used for it."


def _breach_sentence(said) -> str:
    return "The scheme reads the Members' Code of Conduct in the same way."


def _own_business_sentence(said) -> str:
    return f"A business of your own is not council business, so {_thing(said)} can't be used for it."


def _unapproved_sentence(said) -> str:
    if said.purpose != _BUSINESS:
        return "If it is for a business of your own, the council's email and internet can't be used for it either."
    return "The council's email and internet can't be used for it either."


def _name_sentence(said) -> str:
    return "The council's name and what it provides are kept apart from a member's own business."


def _business_sentence(said) -> str:
    return f"What you have in mind is council business, so you may use {_thing(said)} for it."


def _meaning_sentence(said) -> str:
    return "This is what counts as council business, for you to check what you have in mind against."


def _group_sentence(said) -> str:
    return f"Your group's discussion is mainly about the council's work, so you may use {_thing(said)} for it."


def _occasional_sentence(said) -> str:
    return f"Occasional personal use of the internet is allowed, so you may use {_thing(said)} for it now and then."


def _private_sentence(said) -> str:
    return "What you do there belongs to the council all the same, so don't count on its being private."


def _address_sentence(said) -> str:
    return "This holds for your council email address, so use an address of your own for anything personal."


def _personal_sentence(said) -> str:
    return f"What you have in mind is personal and not council business, so {_thing(said)} can't be used for it."


def _contradiction_sentence(said) -> str:
    return (
        "The scheme contradicts itself here, so until that is settled only occasional personal use of the internet is "
        "safe, and Democratic Services can be asked."
    )


def _now_and_then_sentence(said) -> str:
    return f"Occasional personal use is allowed, so you may use {_thing(said)} for it now and then."


def _none_sentence(said) -> str:
    return (
        f"What you have in mind is personal, even if it is only now and then, so {_thing(said)} can't be used for it."
    )


PRIVATE = Cite("5.2", "must not be regarded as private", _private_sentence)
NOT_FOR_PERSONAL = Cite(
    "2.11", "this e-mail address should not be used by Members for personal purposes", _address_sentence
)
MEANING = Cite("4.2", "Council business means matters relating to a Member's duties", _meaning_sentence)
_PERMITTED = "although occasional personal use is permitted"
_FOR_BUSINESS = "Council ICT equipment is provided for Members to use in connection with Council business."

RULE = Rule(
    situation="use_of_council_resources",
    role=COUNCILLOR,
    own_facts=(Fact("resource", "text"), Fact("purpose", "choice", PURPOSES, matters=True)),
    figures=("X30",),
    lines=(
        Line(
            key="party_or_business",
            when=lambda facts: facts.purpose in (_PARTY, _BUSINESS),
            gives=Outcome.REFUSE,
            cites=(
                Cite(
                    "4.5",
                    "Communications for constituency party meetings, ward party meeting, etc. or letters to party "
                    "member collectively or in their capacity as party Members. (ii) Documents relating to the policy "
                    "and organisation of political parties, particularly regarding the conduct of elections.",
                    _party_sentence,
                    when=_may_be(_PARTY),
                ),
                Cite(
                    "4.4",
                    "This means that the use of the ICT equipment for purely party political purposes, designing and "
                    "distributing party political material produced for publicity purposed and support of any "
                    "political party or group activities, elections and campaigning is likely to amount to a breach of "
                    "the Code of Conduct.",
                    _breach_sentence,
                    when=lambda said: said.purpose == _PARTY,
                    exact=True,
                ),
                Cite("4.1", _FOR_BUSINESS, _own_business_sentence, when=lambda said: said.purpose == _BUSINESS),
                Cite(
                    "5.10",
                    "(ix) Conduct any unapproved business",
                    _unapproved_sentence,
                    when=_may_be(_BUSINESS),
                    exact=True,
                ),
                Cite(
                    "1.2",
                    "(ii) To prevent the Council’s name from being used to promote a Members personal or business "
                    "interests",
                    _name_sentence,
                    when=lambda said: said.purpose == _BUSINESS,
                    exact=True,
                ),
            ),
        ),
        Line(
            key="council_business",
            when=lambda facts: facts.purpose in _COUNCIL,
            gives=Outcome.MAY_ACCEPT,
            cites=(
                Cite(
                    "4.3",
                    "(ii) To facilitate discussion by a political group of the Council, so long as it relates mainly "
                    "to the work of the Council and not the political party.",
                    _group_sentence,
                    when=lambda said: said.purpose == "group_mainly_council",
                    exact=True,
                ),
                Cite("4.1", _FOR_BUSINESS, _business_sentence, when=lambda said: said.purpose == "council_business"),
                MEANING,
            ),
        ),
        Line(
            key="occasional_personal_internet",
            when=lambda facts: facts.X30 == "internet_only" and facts.purpose == _OCCASIONAL,
            gives=Outcome.MAY_ACCEPT,
            cites=(Cite("5.2", _PERMITTED, _occasional_sentence), PRIVATE, NOT_FOR_PERSONAL),
        ),
        Line(
            key="occasional_use",
            when=lambda facts: facts.X30 == "occasional_use" and facts.purpose in (_OCCASIONAL, _PERSONAL),
            gives=Outcome.MAY_ACCEPT,
            cites=(Cite("5.2", _PERMITTED, _now_and_then_sentence), PRIVATE),
        ),
        Line(
            key="no_personal_use",
            when=lambda facts: facts.X30 == "none" and facts.purpose in (_OCCASIONAL, _PERSONAL),
            gives=Outcome.REFUSE,
            cites=(Cite("4.1", _FOR_BUSINESS, _none_sentence), MEANING),
        ),
        Line(
            key="personal",
            when=lambda facts: facts.X30 == "internet_only" and facts.purpose == _PERSONAL,
            gives=Outcome.REFUSE,
            cites=(
                Cite("4.1", _FOR_BUSINESS, _personal_sentence),
                MEANING,
                Cite("5.2", _PERMITTED, _contradiction_sentence),
                NOT_FOR_PERSONAL,
            ),
        ),
    ),
)
