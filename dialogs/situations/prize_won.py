"""A prize: Code of conduct, Registration of gifts and hospitality (CC-111, 115)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import GIFT
from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.giving import ACCEPTING, GIVER, OFFERED_ON, VALUE, may_be_accepted, recorded
from dialogs.wants import APPROVE

_CLAUSE = "registration-of-gifts-and-hospitality"
_WON = {
    "council_business": "It was won on the council's business.",
    "council_funds": "It was won with the council's money.",
    "hospitality_event": "It was won at a hospitality event, so it has an entry apart from the event itself.",
}
_TOLD = "{manager} has to know at once, and decides whether you may keep {thing}."


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say where it was won, and that the code leaves it to the manager whether it may be kept (CC-111)."""
    won = _WON.get(answers.get("where", ""), "")
    decide = "The code leaves it to you whether a prize like this may be kept." if wants == APPROVE else ""
    declined = "" if decide else "They don't want to keep it, so this is for you to know."
    return tuple(words for words in (won, decide, declined) if words)


PRIZE_WON = Situation(
    id="prize_won",
    audience="employee",
    kind="gift",
    title="A prize",
    noun="prize",
    questions=(
        Question(
            "where",
            "choice",
            "Where did you win it?",
            "Won",
            "a prize won through work is for your manager to decide on, and one won in your own time is your own",
            f"{_CLAUSE}.7",
            options=(
                Option(
                    "council_business",
                    "On the council's business",
                    (
                        "at work",
                        "on business",
                        "conference",
                        "trade show",
                        "exhibition",
                        "training",
                        "course",
                        "seminar",
                    ),
                ),
                Option(
                    "council_funds",
                    "With the council's money",
                    ("council money", "council funds", "petty cash", "council card", "work money"),
                ),
                Option(
                    "hospitality_event",
                    "At a hospitality event",
                    ("hospitality", "supplier's dinner", "golf day", "awards dinner", "christmas do"),
                ),
                Option(
                    "own_time",
                    "In my own time",
                    ("own time", "day off", "at home", "at the weekend", "nothing to do with work"),
                ),
            ),
            needed=recorded,
            called="where you won it",
        ),
        replace(
            ACCEPTING,
            asks="Would you like to keep it, if {manager} agrees?",
            label="Wants to keep it",
            needed=may_be_accepted,
            called="whether you'd like to keep it",
        ),
        Question(
            "item",
            "text",
            "What did you win?",
            "What",
            "the register says what the prize is",
            f"{_CLAUSE}.1",
            needed=recorded,
            may_be_unknown=False,
            called="what it is",
        ),
        VALUE,
        replace(GIVER, asks="Who gave the prize? You can give a name, or say “I'd rather not”."),
        replace(OFFERED_ON, asks="When did you win it?", label="Won on", noted="won on ", called="the day you won it"),
    ),
    headlines={
        "work": _TOLD,
        "approval": _TOLD,
        "decline": "{manager} has to know of {thing} at once, even though you don't want to keep it.",
        "own_time": "There's nothing to record: {thing} was won in your own time.",
    },
    adds={"hospitality_event": "As it was won at a hospitality event, it gets an entry apart from the event itself."},
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on"},
    told_by_thing=("item",),
    told_by_title=("item", "thing", "value", "giver", "wants_to_accept", "where"),
    offered=("A prize", "a prize", "prize", "raffle", "won"),
    manner=replace(
        GIFT,
        asks="{person} asks to keep {thing}",
        approved="**{who} approved {ref}: you may keep {thing}.**",
        refused="**{who} refused {ref}, so please don't keep {thing}.** {why}",
        goes_to="It goes on the register, and {decider} is told at once and asked to decide.",
        stays="It goes on the register. Nobody is asked to approve it.",
    ),
    for_decider=for_decider,
)
