"""Personal relationships: with whom one is declared, and to whom.

Code of conduct: Councillors; Contractors; Personal relationships (CC-38, 39, 44, 137-141). A manager's relationship
with someone they supervise goes to a senior manager. The text on councillors asks for a declaration of a personal
relationship and does not speak of being related.
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "personal-relationships"
_PEOPLE = {
    "councillor": "a {councillor}",
    "supervisee": "someone you supervise",
    "same_service_colleague": "a colleague in your service area",
    "other_colleague": "a colleague in another service area",
    "client": "a client",
    "customer": "a customer",
    "contractor": "a contractor",
    "supplier": "a supplier",
}
_OUTSIDE = ("client", "customer", "contractor", "supplier")
_CONTRACTORS = ("contractor", "supplier")

FACTS = (
    Fact("with", "choice", tuple(_PEOPLE), matters=True),
    Fact("related", "bool", matters=True),
    Fact("authority", "bool", matters=True),
)


def _with(facts) -> str | None:
    return getattr(facts, "with")


def _them(said, otherwise: str) -> str:
    return _PEOPLE.get(_with(said), otherwise).format(councillor=said.councillor)


def _tie(said, otherwise: str) -> str:
    """The tie as far as it is known: "you are related to a client", "you are close to someone you supervise"."""
    verb = {True: "you are related to", False: "you have a relationship with"}.get(said.related, "you are close to")
    return f"{verb} {_them(said, otherwise)}"


def _if_or_as(said, otherwise: str) -> tuple[str, str]:
    """How a sentence begins, and goes on, where the other person is known and where not."""
    tie = _tie(said, otherwise)
    return (sentence(tie), "so") if _with(said) else (f"It depends on who it is, and if {tie}", "then")


def _familiar_sentence(said) -> str:
    return (
        f"{sentence(_tie(said, 'a councillor'))}, and the Code does not say whether that is declared, so ask "
        f"{said.manager}."
    )


def _councillor_sentence(said) -> str:
    if _with(said) and said.related is False:
        return f"You have a personal relationship with a {said.councillor}, so declare it to {said.manager}."
    if _with(said):
        return f"If your tie with a {said.councillor} is a personal relationship, declare it to {said.manager}."
    return (
        "What has to be declared depends on who it is, and a personal relationship with a "
        f"{said.councillor} is declared to {said.manager}."
    )


def _supervisee_sentence(said) -> str:
    lead, so = _if_or_as(said, _PEOPLE["supervisee"])
    return f"{lead}, {so} declare it to {said.senior_manager}."


def _move_sentence(said) -> str:
    return "If one of you is to move or to report to someone else, you are both consulted first."


def _service_sentence(said) -> str:
    lead, so = _if_or_as(said, _PEOPLE["same_service_colleague"])
    return f"{lead}, {so} declare it to {said.manager}."


def _authority_sentence(said) -> str:
    lead = sentence(_tie(said, "a client, customer, contractor or supplier"))
    if said.authority:
        return f"{lead}, and your job gives you authority over them, so declare it to {said.manager}."
    return f"{lead}, so if your job gives you authority over them, declare it to {said.manager}."


def _contractor_sentence(said) -> str:
    them = _them(said, "a contractor or supplier")
    return f"Every private tie with {them} has to be known to {said.manager}, whatever authority you have over them."


def _conduct_sentence(said) -> str:
    return f"Declared or not, your tie with {_them(said, 'the other person')} must not influence what you do at work."


def _nothing_sentence(said) -> str:
    over = " over whom your job gives you no authority" if _with(said) in _OUTSIDE else ""
    return (
        f"{sentence(_tie(said, 'the other person'))}{over}, so there is nothing to declare as long as it does not "
        "influence what you do at work."
    )


_CONDUCT = "they must not allow that relationship to influence conduct whilst at work"

LINES = (
    Line(
        key="related_to_councillor",
        when=lambda facts: _with(facts) == "councillor" and facts.related,
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(
            Cite(
                "councillors.1",
                "Close personal familiarity between an employee and individual councillors can damage the "
                "relationship. It can prove embarrassing to other employees and councillors and should be avoided.",
                _familiar_sentence,
            ),
        ),
    ),
    Line(
        key="councillor",
        when=lambda facts: _with(facts) == "councillor" and not facts.related,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                "councillors.2",
                "If an employee enters into a personal relationship with a councillor",
                _councillor_sentence,
            ),
        ),
    ),
    Line(
        key="supervisee",
        when=lambda facts: _with(facts) == "supervisee",
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_SENIOR_MANAGER,),
        cites=(
            Cite(
                f"{_CLAUSE}.6",
                "Managers and supervisors must declare any relationship with an employee whom they supervise, to a "
                "senior manager.",
                _supervisee_sentence,
                exact=True,
            ),
            Cite(f"{_CLAUSE}.7", "In these circumstances, we will consult with the employees.", _move_sentence),
        ),
    ),
    Line(
        key="same_service",
        when=lambda facts: _with(facts) == "same_service_colleague",
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                f"{_CLAUSE}.8",
                "a colleague working in the same service area they must declare this to their manager",
                _service_sentence,
            ),
        ),
    ),
    Line(
        key="authority",
        when=lambda facts: _with(facts) in _OUTSIDE and facts.authority,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                f"{_CLAUSE}.9",
                "which their job requires them to have authority over they must declare this to their manager",
                _authority_sentence,
            ),
        ),
    ),
    Line(
        key="contractor",
        when=lambda facts: _with(facts) in _CONTRACTORS,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(Cite("contractors.1", "All relationships of a business or private nature", _contractor_sentence),),
    ),
    Line(
        key="nothing",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(f"{_CLAUSE}.5", _CONDUCT, _nothing_sentence),),
    ),
    Line(
        key="conduct",
        when=lambda facts: _with(facts) != "councillor",
        gives=None,
        cites=(Cite(f"{_CLAUSE}.5", _CONDUCT, _conduct_sentence),),
    ),
)

RULE = Rule(
    situation="personal_relationship",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    receivers={Duty.TELL_SENIOR_MANAGER: ("senior_manager",)},
)
