"""An interest in a contract: Code of conduct, Contractors, Financial, Registration of interests (CC-44 to 46, 79)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.declaring import declared
from dialogs.situations.holding import CLOSE_FRIEND, RELATIVE_KIND, TIES, WHOSE, possessive
from dialogs.wording import said
from knowledge.ruling import Ruling

_CLAUSE = "registration-of-interests"
_WORK = {
    "lets_contracts": "let contracts",
    "engages_contractors": "engage contractors",
    "supervises_contractors": "supervise contractors",
}


def read_as(answers: Answers) -> Answers:
    """What answers come to: who is no relative may be a friend (CC-84)."""
    outside = answers.get("relative_kind") == "other" and answers.get("close_friend") is not False
    return {"whose": "friend"} if outside else {}


def _friend_matters(answers: Answers, ruling: Ruling) -> bool:
    """Say whether a friend's tie is treated differently: only by those who deal with contractors (CC-79)."""
    return answers.get("role") != "none" and CLOSE_FRIEND.needed(answers, ruling)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the tie: ``your brother's job with Evans Plumbing``, and what the person does with contractors."""
    named = answers.get("contractor")
    contractor = said(named) if named and named != NOT_KNOWN else "the contractor"
    tie = TIES.get(answers.get("nature"), "connection with")
    return {
        "thing": f"{possessive(answers, mine)}{tie} {contractor}",
        "contractor": contractor,
        "work": _WORK.get(answers.get("role"), "may deal with contractors"),
    }


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the person does with contractors, and what the code asks of the manager (CC-80)."""
    work = _WORK.get(answers.get("role"))
    known = (f"They {work}.",) if work else ()
    return (
        *known,
        "The code asks you to take steps: somebody else may run the tender or deal with the contractor, for example. "
        "Please record which.",
    )


CONTRACT_INTEREST = Situation(
    id="contract_interest",
    audience="employee",
    kind="declaration",
    title="A tie to a contractor",
    noun="tie",
    questions=(
        Question(
            "role",
            "choice",
            "What do you do with contracts or contractors?",
            "Work with contractors",
            "who lets contracts, or engages or supervises contractors, has to tell their manager at once",
            f"{_CLAUSE}.4",
            options=(
                Option("lets_contracts", "I let contracts", ("tenders", "procurement", "i evaluate bids", "letting")),
                Option("engages_contractors", "I engage contractors", ("engage", "hire", "i choose contractors")),
                Option(
                    "supervises_contractors",
                    "I supervise contractors",
                    ("supervise", "i manage the contract", "i monitor them"),
                ),
                Option("none", "None of these", ("nothing", "neither", "no part in it")),
            ),
            needed=declared,
            told_first=True,
            called="what you do with contractors",
        ),
        replace(
            WHOSE,
            why="the code asks about your own interests and those of a relative or a friend",
            clause=f"{_CLAUSE}.4",
        ),
        RELATIVE_KIND,
        replace(CLOSE_FRIEND, needed=_friend_matters),
        Question(
            "contractor",
            "text",
            "What is the contractor, or the company that bids, called?",
            "Contractor",
            "the declaration says which contractor it is",
            f"{_CLAUSE}.4",
            needed=declared,
            may_be_unknown=False,
            is_name=True,
            called="the contractor",
        ),
        Question(
            "nature",
            "choice",
            "What is the tie with {contractor}?",
            "Tie",
            "the declaration says what the interest is",
            f"{_CLAUSE}.4",
            options=(
                Option("employment", "A job or paid work", ("job", "works there", "employed", "employee", "paid work")),
                Option("shareholding", "Shares, or owning it", ("share", "shareholder", "stake", "owner", "owns it")),
                Option("membership", "A member or on the board", ("member", "trustee", "committee", "board")),
                Option("other", "Something else", ("other", "none of these")),
            ),
            needed=declared,
            may_be_unknown=False,
            called="the tie",
        ),
    ),
    headlines={
        "contract_work": "As you {work}, {thing} has to be told to {manager} at once.",
        "own": "{thing} has to be declared to {manager} in writing, which filing it here does.",
        "relationship": "{thing} has to be declared to {manager}.",
        "declare": "{thing} has to be declared to {manager}.",
    },
    columns={"organisation": "contractor"},
    extra=("tie",),
    told_by_thing=("whose", "relative_kind", "contractor", "nature"),
    offered=("A tie to a contractor", "a tie to a contractor", "contractor", "contract", "a tender"),
    told_with={
        "whose": ("relative_kind", "tie", "close_friend"),
        "relative_kind": ("tie", "close_friend"),
    },
    in_order=True,
    naming=naming,
    read_as=read_as,
    hops={"declare": ("take_step",)},
    for_decider=for_manager,
)
