"""Standing for election: never for this county council, after declaring a conflict for school staff, else on advice.

Code of conduct: Political neutrality (CC-15-18). That school staff may stand for a county council and may not is a
contradiction (ledger X5): until HR decides, the stricter reading holds, except where the school's governing body is
the employer.
"""

from knowledge.facts import Fact
from knowledge.policies.employee_code_of_conduct.rules.school import OWN_EMPLOYER
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "political-neutrality"
_COUNTY = "this_county_council"
_BODIES = {
    "parliament": "Parliament",
    "district": "a district council",
    "borough": "a borough council",
    "parish": "a parish council",
    "other_county": "another county council",
}

FACTS = (
    Fact("body", "choice", (_COUNTY, *_BODIES), matters=True),
    Fact("politically_restricted", "bool", matters=True),
)


def _school_staff_may(facts) -> bool:
    return facts.X5 == "may_stand" and facts.school_employee


def _own_employer(facts) -> bool:
    return facts.school_employee and facts.school_type in OWN_EMPLOYER


def _body(said) -> str:
    if said.body == _COUNTY:
        return "this county council"
    return _BODIES.get(said.body, "Parliament or another council")


def _never_sentence(said) -> str:
    if not said.school_employee:
        employed = "you are employed by the county council"
    elif said.school_type is None:
        employed = "staff of a school count as employed by the county council unless its governing body employs them"
    else:
        employed = "your school is one of those named here"
    if said.body is None:
        return f"If it is this county council, you can't stand, as {employed}."
    return f"You can't stand for this county council, as {employed}."


def _contradiction_sentence(said) -> str:
    return (
        "This passage names county councils too, which contradicts the one before, so the stricter holds until HR has "
        "decided."
    )


def _other_school_sentence(said) -> str:
    return (
        f"Your school is not one of those named here, so the Code leaves it open and you should ask {said.manager} "
        "before you stand."
    )


def _school_sentence(said) -> str:
    stand = f"As school staff you may stand for {_body(said)} once"
    return f"{stand} you have declared to {said.manager} any conflict of interest that comes with it."


def _check_sentence(said) -> str:
    return f"Before you stand for {_body(said)}, ask {said.manager} or read the policy on politically restricted posts."


def _restricted_sentence(said) -> str:
    return "Your post is politically restricted, so what your contract says on that applies as well."


def _restricted_policy_sentence(said) -> str:
    return "The policy on politically restricted posts says what your post allows, so read it before you stand."


_SCHOOLS = (
    "the county council community and voluntary controlled primary, secondary and special schools with delegated "
    "budgets"
)
_ELIGIBLE = "a member of parliament a member of a county, district, borough or parish council"

LINES = (
    Line(
        key="county_council",
        when=lambda facts: facts.body == _COUNTY and not _school_staff_may(facts) and not _own_employer(facts),
        gives=Outcome.REFUSE,
        cites=(
            Cite(
                f"{_CLAUSE}.4",
                "the county council",
                _never_sentence,
                when=lambda said: not said.school_employee,
            ),
            Cite(
                f"{_CLAUSE}.4",
                _SCHOOLS,
                _never_sentence,
                when=lambda said: said.school_employee,
            ),
            Cite(
                f"{_CLAUSE}.5",
                _ELIGIBLE,
                _contradiction_sentence,
                when=lambda said: said.school_employee,
            ),
        ),
    ),
    Line(
        key="county_council_other_school",
        when=lambda facts: facts.body == _COUNTY and not _school_staff_may(facts) and _own_employer(facts),
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(
            Cite(
                f"{_CLAUSE}.4",
                _SCHOOLS,
                _other_school_sentence,
            ),
        ),
    ),
    Line(
        key="school_staff",
        when=lambda facts: (facts.X5 == "may_stand" or facts.body != _COUNTY) and facts.school_employee,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(Cite(f"{_CLAUSE}.5", _ELIGIBLE, _school_sentence),),
    ),
    Line(
        key="check",
        when=always,
        otherwise=True,
        gives=Outcome.ADVICE,
        duties=(Duty.CONSULT_POLITICALLY_RESTRICTED_POLICY, Duty.ASK_MANAGER),
        cites=(
            Cite(f"{_CLAUSE}.7", "Employees must check with their manager or refer to the policy", _check_sentence),
        ),
    ),
    Line(
        key="politically_restricted",
        when=lambda facts: facts.politically_restricted,
        gives=None,
        duties=(Duty.CONSULT_POLITICALLY_RESTRICTED_POLICY,),
        cites=(
            Cite(f"{_CLAUSE}.6", "The terms of restriction constitute contractual provisions.", _restricted_sentence),
            Cite(
                f"{_CLAUSE}.7",
                "refer to the policy and procedure on politically restricted posts",
                _restricted_policy_sentence,
            ),
        ),
    ),
)

RULE = Rule(situation="standing_for_election", role=EMPLOYEE, own_facts=FACTS, lines=LINES, figures=("X5",))
