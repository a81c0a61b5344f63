"""Hospitality offered to an employee: Code of conduct (CC-89 to CC-93, CC-96, CC-97, CC-101, CC-113 to CC-116)."""

from dialogs.situation import Option, Question, Situation
from dialogs.situations.giving import (
    ACCEPTING,
    GIVER,
    LETTING,
    OFFERED_ON,
    PURCHASING,
    REGULAR,
    RELATION,
    VALUE,
)

WHAT = Question(
    "what",
    "choice",
    "What kind of hospitality is it?",
    "Kind",
    "meals, tickets, hotel stays and trips are treated differently",
    "hospitality.1",
    options=(
        Option("refreshments", "Tea, coffee or snacks", ("refreshments", "drinks", "coffee", "biscuits", "snacks")),
        Option("meal", "A meal", ("lunch", "dinner", "breakfast", "meal")),
        Option("institute_dinner", "A society or institute dinner", ("institute dinner", "society dinner")),
        Option("tickets", "Tickets", ("concert", "sport", "match", "rugby", "football", "gig", "theatre", "show")),
        Option("hotel", "A free hotel stay", ("hotel", "accommodation", "overnight stay")),
        Option("holiday", "A holiday", ("holiday", "villa")),
        Option("business_trip", "A trip paid for by a company", ("business trip", "flight", "travel", "trip")),
        Option("company_flat", "A company's flat or suite", ("company flat", "hotel suite", "suite", "apartment")),
        Option("other", "Something else", ("other", "none of these")),
    ),
    may_be_unknown=False,
)

HOSPITALITY_OFFERED = Situation(
    id="hospitality_offered",
    audience="employee",
    kind="gift",
    title="Hospitality, tickets or a meal",
    noun="offer",
    questions=(
        WHAT,
        ACCEPTING,
        Question(
            "council_sponsored",
            "yes_no",
            "Is it for an event that the council sponsors or gives a grant to?",
            "Council event",
            "nobody may benefit from an event that we support without fully disclosing it",
            "hospitality.5",
            called="whether the council supports the event",
        ),
        REGULAR,
        RELATION,
        LETTING,
        PURCHASING,
        VALUE,
        GIVER,
        OFFERED_ON,
        Question(
            "event_on",
            "day",
            "When does it take place?",
            "Takes place on",
            "your manager has to know by when to decide",
            "registration-of-gifts-and-hospitality.9",
            tense="future",
            noted="on ",
            called="the day it takes place",
        ),
    ),
    headlines={
        "never": "You can't accept {thing}, whatever it's worth.",
        "in_doubt": "As you have a doubt, please say no to {thing}.",
        "contract_letting": "Please turn down {thing}: the offer comes from someone who seeks the council's business "
        "while you have a part in letting the contract.",
        "tickets": "You need {manager}'s approval before you accept {thing}, whatever the value.",
        "purchasing": "You may accept {thing} only if {manager} agrees first, because you buy for the council.",
        "council_sponsored": "Tell {manager} everything about {thing} before you take it up: the council supports "
        "the event.",
        "meal": "You may accept {thing}.",
        "default": "You may accept {thing} only if {manager} agrees first.",
        "decline": "Please say no to {thing}.",
    },
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on", "event_on": "event_on"},
    extra=("thing", "in_doubt", "recipient"),
    counts_in_series=True,
)
