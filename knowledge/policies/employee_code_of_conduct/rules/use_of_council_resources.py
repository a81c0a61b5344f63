"""Using what belongs to the council: for its business freely, for anything else only with the manager's permission.

Code of conduct: Stewardship; Care and use of our resources; Email (CC-47, 54, 59, 60). Personal use of the internet is
permitted by the text itself, within the policies that it names. A purpose in the person's own words counts as council
business where the words say council work and nothing of one's own, and otherwise as personal, which needs a yes.
"""

import re

from knowledge.facts import Fact
from knowledge.phrases import sentence, the
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_RESOURCES = "care-and-use-of-our-resources.2"
_INTERNET = "occasional_personal_internet"
_PRIVATE = {
    "personal": "a personal purpose",
    "personal_business": "private business",
    "party_political": "party politics",
}
_COUNCILS = "council_business"
_COUNCIL_WORK = re.compile(
    r"\b(?:councils?|councillors?|committees?|cabinet|scrutiny|meetings?(?! up\b)|work(?! ?out\b)|workshops?|case ?work"
    r"|site visits?|inspections?|service users?|residents?|training (?:courses?|days?|sessions?)|courses? for the job"
    r"|(?:for|in) (?:my|the|this) (?:job(?! (?:interview|application|search))|team|service))\b",
    re.I,
)
_OF_ONES_OWN = re.compile(
    r"\b(?:own|myself|for me|private\w*|personal\w*|friends?|mates?|landlord|hobb\w+|holidays?|wedding|birthday|raffle"
    r"|(?<!third )(?<!third-)party|political|election campaign\w*|campaigning|canvass\w*|union|church|chapel|club"
    r"|moving house|freelance|paid work|charity (?:work|event)|volunt(?:ary|eer|eering) work|side (?:job|work|business)"
    r"|(?:second|other) (?:job|work|business|employer)|not|nothing|no|un(?:related|connected)"
    r"|(?:my|our) (?:council )?(?:famil\w+|wife|husband|partner|parents?|mother|mum|mam|father|dad|sons?|daughters?"
    r"|kids?|child(?:ren)?|brothers?|sisters?|cousins?|neighbours?|house|home|flat|garden|car|bike|tax|business|firm)"
    r"|(?:after|before|from|out of|off|outside) work|to (?:and from )?work(?! (?:on|with|at|in)\b))\b|n['’]t\b",
    re.I,
)


def _purpose_in(words: str) -> str:
    """What a purpose in the person's own words counts as: council business only where nothing else is in them."""
    words = words.replace("_", " ")
    return _COUNCILS if _COUNCIL_WORK.search(words) and not _OF_ONES_OWN.search(words) else "personal"


FACTS = (
    Fact("resource", "text"),
    Fact("purpose", "choice", (_COUNCILS, *_PRIVATE, _INTERNET), otherwise=_purpose_in, matters=True),
    Fact("for_other_business", "bool", matters=True),
)


def _resource(said) -> str:
    return the(said.resource, "property or equipment")


def _other_sentence(said) -> str:
    lead = "You want to use" if said.for_other_business else "If you want to use"
    so = "so you need" if said.for_other_business else "you need"
    return f"{lead} {_resource(said)} for other business than {said.council}'s, {so} a yes from {said.manager} first."


def _private_sentence(said) -> str:
    if said.purpose is None:
        return f"If it is for a purpose of your own, you need a yes from {said.manager} first."
    return (
        f"You want to use {_resource(said)} for {_PRIVATE[said.purpose]}, so you need a yes from {said.manager} first."
    )


def _gain_sentence(said) -> str:
    return "A yes does not stretch to email, which is never for personal business that earns money."


def _neutral_sentence(said) -> str:
    return f"Party politics with what belongs to {said.council} could put your political neutrality in doubt."


def _internet_sentence(said) -> str:
    return (
        "You want to use the internet for something personal, which is permitted as long as you follow these policies."
    )


def _limits_sentence(said) -> str:
    return "Within these limits you need nobody's permission for it."


def _business_sentence(said) -> str:
    return (
        f"{sentence(_resource(said))} would serve the business of {said.council}, so you need no permission for that."
    )


LINES = (
    Line(
        key="other_business",
        when=lambda facts: facts.for_other_business,
        gives=Outcome.APPROVAL,
        duties=(Duty.MANAGER_APPROVAL,),
        cites=(Cite(_RESOURCES, "If an employee wishes to use our equipment for other business", _other_sentence),),
    ),
    Line(
        key="personal",
        when=lambda facts: facts.purpose in _PRIVATE,
        gives=Outcome.APPROVAL,
        duties=(Duty.MANAGER_APPROVAL,),
        cites=(
            Cite(
                "stewardship.1",
                "use any public funds entrusted to or handled by them responsibly and lawfully not make personal use "
                "of our property or facilities unless properly authorised to do so",
                _private_sentence,
            ),
        ),
    ),
    Line(
        key="personal_business",
        when=lambda facts: facts.purpose == "personal_business",
        gives=None,
        cites=(Cite("email.1", "Employees must not use email to undertake personal business", _gain_sentence),),
    ),
    Line(
        key="party_political",
        when=lambda facts: facts.purpose == "party_political",
        gives=None,
        cites=(
            Cite(
                "political-neutrality.2",
                "be involved in advising any political group attend any of their meetings, without the express "
                "consent of their manager or director compromise their political neutrality",
                _neutral_sentence,
            ),
        ),
    ),
    Line(
        key="internet",
        when=lambda facts: facts.purpose == _INTERNET and not facts.for_other_business,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                "email.4",
                "internet and intranet policy contained in the corporate information security policy social media "
                "policy social media and mobile devices in employment policy",
                _internet_sentence,
            ),
            Cite(
                "email.5",
                "impact upon an employee's work interfere with the performance of an employee's work interfere with "
                "other employees doing their work",
                _limits_sentence,
            ),
        ),
    ),
    Line(
        key="council_business",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                _RESOURCES,
                "They may not use our resources for anything other than for the proper advancement of our business.",
                _business_sentence,
            ),
        ),
    ),
)

RULE = Rule(situation="use_of_council_resources", role=EMPLOYEE, own_facts=FACTS, lines=LINES, approver="line_manager")
