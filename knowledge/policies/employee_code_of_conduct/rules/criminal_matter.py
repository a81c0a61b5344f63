"""Criminal matters: told to the manager at once in a post of trust, without delay in any other.

Code of conduct: Employees in a position of trust; Personal interests (CC-19, 20, 65-67). The exception for minor
driving offences does not hold in a post of trust, until HR decides that it does (ledger X6). Sensitive: what is said
names the matter no more than it must.
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, Rule
from knowledge.words import EMPLOYEE, Duty, Outcome

_INTERESTS, _TRUST = "personal-interests", "employees-in-a-position-of-trust"
_TOLD = {
    "conviction": "a conviction follows a charge",
    "caution": "a caution is named here",
    "charge": "a charge is named here",
    "investigation": "an investigation is named here",
    "police_enquiry": "a police enquiry is an investigation",
    "pending_prosecution": "a pending prosecution follows a charge",
}
_BAN, _DRIVING = "ban", "driving_minor"
_IN_TRUST = {
    "charge": "a charge counts as a pending prosecution",
    "investigation": "an investigation counts as a police enquiry",
    _DRIVING: "no exception is made here for driving offences",
}

FACTS = (
    Fact(
        "matter",
        "choice",
        ("conviction", "caution", "charge", "investigation", _BAN, "police_enquiry", "pending_prosecution", _DRIVING),
        matters=True,
    ),
    Fact("trust_post", "bool", matters=True),
    Fact("job_uses_car", "bool", matters=True),
)


def _trust_sentence(said) -> str:
    tell = f"tell {said.manager} at once"
    if said.trust_post is None:
        return f"If you work with children or vulnerable adults, {tell}."
    why = _IN_TRUST.get(said.matter)
    lead = "You work with children or vulnerable adults"
    return f"{lead}, and {why}, so {tell}." if why else f"{lead}, so {tell}."


def _post_sentence(said) -> str:
    return "What it means for your post may be talked over with you."


def _delay_sentence(said) -> str:
    if said.matter is None:
        return f"An investigation, a charge or a caution is for {said.manager} to know of without delay."
    return f"{sentence(_TOLD[said.matter])}, so tell {said.manager} without delay."


def _car_sentence(said) -> str:
    if said.job_uses_car:
        return f"Your job includes the use of a car, so tell {said.manager} about a minor driving offence too."
    return f"If your job includes the use of a car, tell {said.manager} about a minor driving offence too."


def _anywhere_sentence(said) -> str:
    return "It makes no difference whether it has to do with your work or happened in your own time."


def _ban_sentence(said) -> str:
    return f"A ban is not named here, so ask {said.manager} whether it matters for your work."


def _minor_sentence(said) -> str:
    return "Your job does not include the use of a car, so a minor driving offence need not be told."


_NOTIFY = "Employees must notify their manager or director without delay"
_EXCEPTION = "This does not include minor driving offences if their job does not include the use of a car."

WITHOUT_DELAY = Cite(f"{_INTERESTS}.5", _NOTIFY, _delay_sentence)
ANYWHERE = Cite(f"{_INTERESTS}.6", "These rules apply for charges incurred within or outside", _anywhere_sentence)


def _in_trust(facts) -> bool:
    return facts.trust_post and (facts.X6 != "exception" or facts.matter != _DRIVING)


LINES = (
    Line(
        key="trust",
        when=_in_trust,
        gives=Outcome.DECLARE,
        duties=(Duty.IMMEDIATELY, Duty.TELL_MANAGER),
        cites=(
            Cite(
                f"{_TRUST}.1",
                "Employees working with children or vulnerable adults must inform their manager immediately if they "
                "are subject to a: criminal conviction caution ban police enquiry pending prosecution",
                _trust_sentence,
            ),
            Cite(
                f"{_TRUST}.2", "We may discuss this within the context of the duties of the post held.", _post_sentence
            ),
        ),
    ),
    Line(
        key="told",
        when=lambda facts: facts.matter in _TOLD and not _in_trust(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.WITHOUT_DELAY, Duty.TELL_MANAGER),
        cites=(WITHOUT_DELAY, ANYWHERE),
    ),
    Line(
        key="driving",
        when=lambda facts: facts.matter == _DRIVING and facts.job_uses_car and not _in_trust(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.WITHOUT_DELAY, Duty.TELL_MANAGER),
        cites=(
            Cite(f"{_INTERESTS}.5", f"charge or caution. {_EXCEPTION}", _car_sentence),
            ANYWHERE,
        ),
    ),
    Line(
        key="ban",
        when=lambda facts: facts.matter == _BAN and not _in_trust(facts),
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(Cite(f"{_INTERESTS}.5", _NOTIFY, _ban_sentence),),
    ),
    Line(
        key="minor_driving",
        when=lambda facts: facts.matter == _DRIVING and not facts.job_uses_car and not _in_trust(facts),
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(f"{_INTERESTS}.5", _EXCEPTION, _minor_sentence),),
    ),
    Line(key="everyone", when=lambda facts: facts.matter in _TOLD, gives=None, cites=(WITHOUT_DELAY, ANYWHERE)),
)

RULE = Rule(situation="criminal_matter", role=EMPLOYEE, own_facts=FACTS, lines=LINES, figures=("X6",))
