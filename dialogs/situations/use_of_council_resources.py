"""Using what belongs to the council: the Code's Care and use of our resources; Members ICT Scheme 4.1 to 4.5."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.asking_for import filed, the_thing, when
from dialogs.wants import APPROVE

_CODE = "care-and-use-of-our-resources.2"
_FOR_WHAT = {
    "personal": "for something personal",
    "personal_business": "for a business of your own",
    "party_political": "for party politics",
    "occasional_personal_internet": "now and then for something personal",
}
_FORBIDDEN = "for party politics or for a business of your own"
OFFERED = ("Using council property", "using council property", "equipment", "property", "van", "using council things")


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the use and the thing used: ``the use of the works van``, ``the works van``."""
    what = the_thing(answers, "resource", "council's property", mine)
    return {"thing": f"the use of {what}", "what": what}


def naming_ict(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the use of the council's equipment by a councillor, the thing, and what it would be used for."""
    what = the_thing(answers, "resource", "council's equipment", mine)
    return {
        "thing": f"the use of {what}",
        "what": what,
        "for_what": _FOR_WHAT.get(answers.get("purpose"), _FORBIDDEN),
    }


def assumes(answers: Answers) -> Answers:
    """A named purpose says as well whether the use serves other business than the council's."""
    purpose = answers.get("purpose")
    return {"for_other_business": purpose == "personal_business"} if purpose else {}


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code leaves to the manager, and what is unusual about a private or political purpose."""
    if wants != APPROVE:
        return ()
    unusual = {
        "personal_business": "A yes does not stretch to email: the code rules it out for a business of one's own.",
        "party_political": "Party politics with council property could put their political neutrality in doubt.",
    }.get(answers.get("purpose"))
    lead = "Anything other than the council's business needs your agreement beforehand, the code says."
    return (unusual, lead) if unusual else (lead,)


def _resource(clause: str, why: str) -> Question:
    return Question(
        "resource",
        "text",
        "What would you like to use?",
        "Property",
        why,
        clause,
        needed=filed,
        called="what you'd use",
    )


_BUSINESS = Option("council_business", "Council business", ("council work", "my job", "work", "for work"))
_PARTY = Option("party_political", "Party politics", ("my party", "canvassing", "campaigning", "election leaflets"))
_OWN_BUSINESS = Option(
    "personal_business", "A business of my own", ("my own business", "my business", "side job", "my firm")
)
_INTERNET = Option(
    "occasional_personal_internet",
    "A bit of personal internet",
    ("personal internet", "browsing", "the internet", "online shopping"),
    "Occasional personal internet",
)

USE_EMPLOYEE = Situation(
    id="use_of_council_resources",
    audience="employee",
    kind="request",
    title="Using council property",
    noun="use of council property",
    questions=(
        _resource(_CODE, "your manager has to know what you would use"),
        Question(
            "purpose",
            "choice",
            "What would it be for?",
            "Purpose",
            "the code lets you use council property for the council's business, and asks for a yes for the rest",
            _CODE,
            options=(
                _BUSINESS,
                Option(
                    "personal",
                    "Something personal",
                    ("personal", "private", "for myself", "my own use", "a club", "a charity", "a friend"),
                ),
                _OWN_BUSINESS,
                _PARTY,
                _INTERNET,
            ),
            needed=filed,
            called="what it's for",
        ),
        when("When would you use it?", "your manager has to know by when to decide", _CODE),
    ),
    headlines={
        "other_business": "You need {manager}'s agreement before you use {what}.",
        "personal": "You need {manager}'s agreement before you use {what}.",
        "internet": "You may, as long as it's now and then and keeps within the council's internet policy. "
        "You need nobody's agreement for that.",
        "council_business": "You need nobody's agreement to use {what} for the council's business.",
    },
    columns={},
    told_by_thing=("resource",),
    told_by_title=("resource",),
    offered=OFFERED,
    in_order=True,
    naming=naming,
    assumes=assumes,
    manner=replace(REQUEST, asks="{person} asks for {thing}"),
    for_decider=for_decider,
)

USE_COUNCILLOR = Situation(
    id="use_of_council_resources",
    audience="councillor",
    kind="request",
    title="Using council equipment",
    noun="use of council equipment",
    questions=(
        Question(
            "purpose",
            "choice",
            "What would it be for?",
            "Purpose",
            "the scheme goes by what the equipment is used for",
            "4.1",
            options=(
                replace(_BUSINESS, words=("council work", "ward work", "constituents", "casework")),
                Option(
                    "group_mainly_council",
                    "My group, about the council's work",
                    ("group meeting about council work", "my group", "group discussion"),
                    "A group discussion mainly about the council's work",
                ),
                _PARTY,
                _OWN_BUSINESS,
                _INTERNET,
                Option("personal", "Something else personal", ("personal", "private", "for myself", "family")),
            ),
            called="what it's for",
        ),
        _resource("4.1", "the entry says what you would use"),
        when("When would you use it?", "the entry says when", "4.1"),
    ),
    headlines={
        "party_or_business": "You can't use {what} {for_what}. If part of it is council work, Democratic Services can "
        "tell you where the line is.",
        "council_business": "You may use {what} for that.",
        "occasional_personal_internet": "You may use {what} {for_what} on the internet. It isn't private there, and "
        "your council email address isn't for personal use.",
        "occasional_use": "You may use {what} {for_what}, as long as it's only now and then. It isn't private there.",
        "no_personal_use": "You can't use {what} {for_what}: it's for council business only.",
        "personal": "To be safe, don't use {what} {for_what}. The scheme contradicts itself here: it is for council "
        "business, yet allows occasional personal use of the internet. Please ask Democratic Services.",
    },
    columns={},
    quotes={"personal": 3, "occasional_personal_internet": 2, "occasional_use": 1, "party_or_business": 2},
    told_by_thing=("resource",),
    offered=OFFERED,
    in_order=True,
    naming=naming_ict,
)
