"""A password that somebody else may know: Members ICT Scheme 12.1 to 12.3 (MS-94 to MS-96); the Code (CC-58)."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import Answers, Question, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR_AND_DESK,
    FOR_EMPLOYEE,
    FOR_SERVICE_DESK,
    TOLD,
    account,
    councillor_opening,
    employee_opening,
    moment,
    place,
)

_QUESTIONS = (
    account(
        "Please leave the password itself out. What is it for, such as your email?",
        "Password for",
        "the service desk need to know what could be reached with it",
        "12.3",
        called="what the password is for",
    ),
    place(
        "How or where may it have become known?",
        "others may have been caught in the same way",
        "Became known",
        "how it became known",
    ),
    moment(
        "When may it have become known?",
        "what was done since then can be looked at",
        called="when it became known",
    ),
    # Never asked, as nothing hangs on it: kept where the words tell it, and shown to whoever acts on it.
    Question(
        "password_shared_with",
        "text",
        "Who knows it, or may know it?",
        "Known to",
        "the service desk can look at what was done since",
        "12.1",
        noted="known to ",
        called="who may know it",
    ),
)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``the password that somebody may know``."""
    return {"thing": f"{'the' if mine else 'a'} password that somebody may know"}


PASSWORD_COMPROMISED_COUNCILLOR = Situation(
    id="password_compromised",
    audience="councillor",
    kind="incident",
    title="A password someone may know",
    noun="incident",
    questions=_QUESTIONS,
    headlines={"desk_only": FOR_SERVICE_DESK, "report": FOR_COUNCILLOR_AND_DESK},
    columns={},
    opening=councillor_opening(
        lambda answers: "They can change it with you if you can't get in. Nobody needs the new one from you.",
        first="**Change the password now.**",
    ),
    sure=("desk_only", "report"),
    offered=("A password someone may know", "a password someone may know", "password", "login"),
    manner=TOLD,
    naming=naming,
    urgent=True,
)

PASSWORD_COMPROMISED_EMPLOYEE = replace(
    PASSWORD_COMPROMISED_COUNCILLOR,
    audience="employee",
    headlines={"report": FOR_EMPLOYEE},
    opening=employee_opening(
        "Change the password now, to one that you have not used before.",
        "Ring the IT service desk if you can't get in. Nobody needs the new one from you.",
        "this",
    ),
)
