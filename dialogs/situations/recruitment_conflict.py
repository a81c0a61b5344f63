"""A decision about the job of someone close: Code of conduct, Personal relationships (CC-135, 136, 142)."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.declaring import declared, since
from dialogs.wording import said

_CLAUSE = "personal-relationships"
_DECISIONS = {
    "appointment": "appointment",
    "recruitment": "recruitment",
    "promotion": "promotion",
    "discipline": "disciplinary decision",
    "pay": "decision on pay",
    "conditions": "decision on conditions of work",
}
_PEOPLE = {
    "partner": "partner",
    "relative": "relative",
    "friend": "friend",
    "cousin": "cousin",
    "acquaintance": "acquaintance",
    "personal_relationship": "someone {they} have a relationship with",
}


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``the promotion that concerns your partner``, to others ``... their partner``."""
    decision = _DECISIONS.get(answers.get("decision"), "decision")
    relation = answers.get("relation")
    whose = "your" if mine else "their"
    tie = answers.get("tie") if relation != "personal_relationship" else None
    person = said(tie) if tie else _PEOPLE.get(relation, "someone close to {they}")
    words = person.format(they="you" if mine else "they" if relation == "personal_relationship" else "them")
    return {"thing": f"the {decision} that concerns {words if words.startswith('someone') else f'{whose} {words}'}"}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say that somebody else has to decide, or that the code leaves it open for a cousin (CC-135, ledger X3)."""
    if wants == "advise":
        return ("The code's list of relatives here leaves cousins out, and elsewhere names them. It's for you to say.",)
    if "recuse" in ruling["duties"]:
        return ("The code says that they must not be involved, so somebody else has to take their part in it.",)
    return ()


_OUT = "Please take no part in {thing}, and {manager} has to be told so that somebody else decides."

RECRUITMENT_CONFLICT = Situation(
    id="recruitment_conflict",
    audience="employee",
    kind="declaration",
    title="A decision about someone you know",
    noun="decision",
    questions=(
        Question(
            "relation",
            "choice",
            "What are they to you?",
            "They are",
            "the code keeps you out of decisions about some people, and not about others",
            f"{_CLAUSE}.1",
            options=(
                Option("relative", "A relative", ("family", "brother", "sister", "niece", "nephew"), "Relative"),
                Option("partner", "A husband, wife or partner", ("husband", "wife", "partner"), "Husband or partner"),
                Option("friend", "A friend", ("friend", "mate"), "Friend"),
                Option("cousin", "A cousin", ("cousin",), "Cousin"),
                Option(
                    "personal_relationship",
                    "Someone I have a relationship with",
                    ("we're dating", "we're close"),
                    "Someone they have a relationship with",
                ),
                Option(
                    "acquaintance",
                    "Only an acquaintance",
                    ("acquaintance", "just know them", "only know them to say hello"),
                    "Acquaintance",
                ),
            ),
            needed=declared,
            may_be_unknown=False,
            told_first=True,
            called="who they are",
        ),
        Question(
            "decision",
            "choice",
            "What is being decided?",
            "Decision",
            "the code names appointments and decisions on discipline, promotion, pay and conditions",
            f"{_CLAUSE}.11",
            options=(
                Option("appointment", "Who gets a job", ("appointment", "interview", "on the panel", "shortlisting")),
                Option("recruitment", "Other recruitment work", ("recruitment", "recruiting", "sifting applications")),
                Option("promotion", "A promotion", ("promotion", "regrading")),
                Option("discipline", "A disciplinary matter", ("discipline", "disciplinary", "grievance")),
                Option("pay", "Pay", ("salary", "bonus", "increment")),
                Option("conditions", "Hours or other conditions", ("conditions", "hours", "rota", "redundancy")),
            ),
            needed=declared,
            called="what is decided",
        ),
        Question(
            "what",
            "text",
            "Which job or case is it about?",
            "About",
            "your manager has to know in which decision somebody else takes your part",
            f"{_CLAUSE}.1",
            needed=declared,
            called="what it's about",
            takes_all=True,
        ),
        since("Since when have you had a part in it? A rough date will do.", f"{_CLAUSE}.1", "since when"),
    ),
    headlines={
        "close": _OUT,
        "cousin_applies": _OUT,
        "cousin": "The code leaves cousins out of this list of relatives, and names them in another. I can ask "
        "{manager} for you; please take no part in it until you have an answer.",
        "cousin_left_out": "There's nothing to declare about {thing}: cousins aren't among the relatives named here.",
        "acquaintance": "There's nothing to declare about {thing}: the code means somebody closer than that.",
        "declare": _OUT,
    },
    quotes={"cousin": 2},
    columns={},
    extra=("tie",),
    told_by_thing=("relation", "decision"),
    offered=(
        "A decision about someone you know",
        "a decision about someone I know",
        "recruitment",
        "interview panel",
        "a decision",
    ),
    told_with={"relation": ("tie",)},
    in_order=True,
    naming=naming,
    for_decider=for_manager,
)
