"""Bequests: one from a service user that comes from the job is refused and reported, whatever its value.

Code of conduct: Registration of gifts and hospitality (CC-110). Whether the job was the reason may be hard to know
(ledger X15): until it is known the manager is asked, as neither refusing nor accepting would be safe. HR may decide
that it is refused until then.
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.policies.employee_code_of_conduct.rules.offers import (
    GIVER,
    are,
    it,
    offered,
    recorded,
    whatever_its_value,
)
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "registration-of-gifts-and-hospitality.6"

FACTS = (
    Fact("item", "text"),
    GIVER,
    Fact("from_service_user", "bool", matters=True),
    Fact("because_of_job", "bool", matters=True, unknown_counts=True),
    Fact("value", "money"),
)


def _if_service_user(said) -> str:
    return f"If {offered(said)} {'come' if are(said) == 'are' else 'comes'} from a service user"


def _was_left(said) -> str:
    return f"{'were' if are(said) == 'are' else 'was'} left to you"


def _refuse_sentence(said) -> str:
    no = f"you can't accept {it(said)}{whatever_its_value(said)}."
    if said.from_service_user:
        return f"{sentence(offered(said))} {_was_left(said)} by a service user because of your job, so {no}"
    return f"{_if_service_user(said)}, {no}"


def _tell_sentence(said) -> str:
    if said.from_service_user:
        return f"Tell {said.manager} about {offered(said)}, even though you can't accept {it(said)}."
    return f"{_if_service_user(said)}, tell {said.manager} about {it(said)}, even though you can't accept {it(said)}."


def _record_sentence(said) -> str:
    if said.from_service_user:
        return f"{sentence(offered(said))} must go on the register even though you can't accept {it(said)}."
    return f"{_if_service_user(said)}, an entry must go on the register as well."


def _ask_sentence(said) -> str:
    ask = f"ask {said.manager} before you accept {it(said)}."
    if said.from_service_user:
        return f"It is not clear yet whether {offered(said)} {_was_left(said)} because of your job, so {ask}"
    return (
        f"It is not clear yet whether {offered(said)} {_was_left(said)} by a service user and because of your job, so "
        f"{ask}"
    )


def _refuse_until_known_sentence(said) -> str:
    return (
        f"As long as it is not known that {offered(said)} {_was_left(said)} for another reason than your job, "
        f"you can't accept {it(said)}."
    )


def _nothing_sentence(said) -> str:
    why = "by a service user" if said.from_service_user is False else "because of your job"
    lead = f"{sentence(offered(said))} {'were' if are(said) == 'are' else 'was'} not left to you {why}"
    return f"{lead}, so the Code asks nothing of you."


_REFUSED = "Employees must refuse to accept the legacy or bequest from service users' Will regardless of its value"


def _reason_not_known(facts) -> bool:
    return facts.from_service_user and facts.because_of_job is None


REPORTED = Cite(_CLAUSE, "Employees must also report the legacy or bequest to their manager.", _tell_sentence)

LINES = (
    Line(
        key="because_of_job",
        when=lambda facts: facts.from_service_user and facts.because_of_job,
        gives=Outcome.REFUSE,
        duties=(Duty.RECORD, Duty.TELL_MANAGER),
        cites=(
            Cite(_CLAUSE, _REFUSED, _refuse_sentence),
            REPORTED,
            recorded(_record_sentence),
        ),
    ),
    Line(
        key="reason_not_known",
        when=lambda facts: facts.X15 != "refuse" and _reason_not_known(facts),
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(Cite(_CLAUSE, _REFUSED, _ask_sentence),),
    ),
    Line(
        key="reason_not_known_refused",
        when=lambda facts: facts.X15 == "refuse" and _reason_not_known(facts),
        gives=Outcome.REFUSE,
        duties=(Duty.RECORD, Duty.TELL_MANAGER),
        cites=(
            Cite(_CLAUSE, _REFUSED, _refuse_until_known_sentence),
            REPORTED,
            recorded(_record_sentence),
        ),
    ),
    Line(
        key="not_because_of_job",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(_CLAUSE, _REFUSED, _nothing_sentence),),
    ),
)

RULE = Rule(situation="bequest_left", role=EMPLOYEE, own_facts=FACTS, lines=LINES, figures=("X15",))
