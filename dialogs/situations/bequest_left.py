"""Something in a will: Code of conduct, Registration of gifts and hospitality (CC-110; ledger X15)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import GIFT
from dialogs.situation import Answers, Question, Situation
from dialogs.situations.giving import GIVER, OFFERED_ON, VALUE, recorded
from dialogs.talk import without_my
from dialogs.wording import said
from knowledge.clauses import Library
from knowledge.ruling import Ruling

_CLAUSE = "registration-of-gifts-and-hospitality"
_REFUSE = "You can't accept {thing}, whatever it's worth, and {manager} has to know of it."
_REFUSE_UNTIL_KNOWN = (
    "You can't accept {thing} as long as it isn't known that your job had nothing to do with it, and {manager} has to "
    "know of it."
)
_ASK = (
    "Please don't accept {thing} before {manager} has answered: it isn't clear whether it was left to you because of "
    "your job."
)


def _told(answers: Answers, ruling: Ruling) -> bool:
    return recorded(answers, ruling) or ruling.outcome == "advice"


def refusal(answers: Answers) -> str:
    """Draft the words with which it is refused, to the family or whoever deals with the will."""
    item = answers.get("item")
    about = f" ({said(without_my(item))})" if item else ""
    return (
        "Dear Sir or Madam,\n\n"
        f"Thank you for letting me know what was to come to me under the will{about}. It was left to me because of my "
        "work for the council, whose code of conduct requires me to refuse it. Please let it go to whoever is next "
        "entitled to it. I am very grateful for the kind thought.\n\n"
        "Yours faithfully,"
    )


def ready(answers: Answers, lines: Collection[str], library: Library) -> tuple[str, ...]:
    """Give the words of a refusal where it has to be refused."""
    if "because_of_job" not in lines:
        return ()
    return "This is a short text with which you can refuse it. Please change it as you like.", refusal(answers)


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code says, and what the manager is asked where it is not clear (X15)."""
    if ruling["outcome"] == "refuse":
        return ("The code has them refuse it, whatever it's worth, and tell you. They've been told so.",)
    if ruling["outcome"] == "advice":
        return (
            "The code has what a service user leaves somebody because of their job refused. They don't know whether "
            "that's so here, so they ask you. HR can help.",
        )
    return ()


BEQUEST_LEFT = Situation(
    id="bequest_left",
    audience="employee",
    kind="gift",
    title="Something in a will",
    noun="bequest",
    questions=(
        Question(
            "from_service_user",
            "yes_no",
            "Does it come from somebody who uses, or used, the council's services?",
            "From a service user",
            "the code asks about what service users leave to employees",
            f"{_CLAUSE}.6",
            needed=recorded,
            called="whether it's from a service user",
        ),
        Question(
            "because_of_job",
            "yes_no",
            "Was it left to you because of your job, as far as you know?",
            "Because of the job",
            "what a service user leaves to somebody because of their job has to be refused",
            f"{_CLAUSE}.6",
            needed=lambda answers, ruling: recorded(answers, ruling) and answers.get("from_service_user") is not False,
            called="whether it's because of your job",
        ),
        Question(
            "item",
            "text",
            "What was left to you?",
            "What",
            "the register says what was left",
            f"{_CLAUSE}.1",
            needed=_told,
            may_be_unknown=False,
            called="what it is",
        ),
        replace(VALUE, needed=_told),
        replace(
            GIVER,
            asks="Whose will is it? You can give a name, or say “I'd rather not”.",
            why="the register says who it comes from",
            needed=_told,
        ),
        replace(
            OFFERED_ON,
            asks="When did you hear of it?",
            label="Heard of it on",
            why="the register says when it came up",
            needed=_told,
            noted="heard of on ",
            called="the day you heard of it",
        ),
    ),
    headlines={
        "because_of_job": _REFUSE,
        "reason_not_known_refused": _REFUSE_UNTIL_KNOWN,
        "refuse": _REFUSE,
        "reason_not_known": _ASK,
        "advice": _ASK,
        "not_because_of_job": "There's nothing to record: the code asks about what a service user leaves to somebody "
        "because of their job.",
    },
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on"},
    offered=("Something in a will", "will", "bequest", "legacy"),
    manner=replace(GIFT, stays="It goes on the register. Nobody is asked to approve it."),
    ready=ready,
    for_decider=for_manager,
)
