"""The questions that gifts and hospitality share."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Answers, Option, Question
from dialogs.talk import without_my
from dialogs.wants import APPROVE
from dialogs.wording import capital, said
from knowledge.ruling import Ruling

TOLD_BY_TITLE = ("item", "thing", "what", "form", "token", "value", "giver", "wants_to_accept", "giver_relation")
_UNUSUAL = {
    "seeking_business": "{giver} is seeking the council's business, so the code asks for extreme caution.",
    "supplier": "{giver} is a supplier or contractor of the council, so the code asks for extreme caution.",
    "decision_applicant": "{giver} awaits a decision by the council, so the code asks for extreme caution.",
}


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code says of an offer by default, and who makes it where that asks for caution (CC-89, 92, 113)."""
    if wants != APPROVE:
        return ()
    unusual = _UNUSUAL.get(answers.get("giver_relation", ""))
    giver = answers.get("giver")
    name = "Whoever offers it" if giver in (None, NOT_GIVEN, NOT_KNOWN) else said(without_my(giver))
    caution = (unusual.format(giver=capital(name)),) if unusual else ()
    return (_default(ruling), *caution)


def _default(ruling: Mapping[str, Any]) -> str:
    if ruling["outcome"] == "decline":
        return "The code's default is no. You may agree an exception."
    if "tickets" in ruling["lines"]:
        return "Tickets and hotel stays always need your approval: yes, yes with a condition, or no with a reason."
    return "The code's default is to say no. You may agree to it, with a condition if you like."


def recorded(answers: Answers, ruling: Ruling) -> bool:
    """Say whether the register needs an entry (CC-103), or the person asked for one (CC-104)."""
    return "record" in ruling.duties or bool(answers.get("record_anyway"))


def may_be_accepted(answers: Answers, ruling: Ruling) -> bool:
    """Say whether the register must hold what the person decided: nobody decides where the code refuses."""
    return recorded(answers, ruling) and ruling.outcome != "refuse"


VALUE = Question(
    "value",
    "money",
    "What is it worth in all? Your best estimate will do.",
    "Value",
    "the code wants a reason for gifts above a value that it names, and the register shows a value",
    "registration-of-gifts-and-hospitality.4",
    needed=recorded,
)

REGULAR = Question(
    "regular",
    "yes_no",
    "Does this happen regularly?",
    "Regular",
    "the exception for small things holds only where it isn't a regular practice",
    "gifts-and-hospitality.1",
    called="whether it's regular",
)

RELATION = Question(
    "giver_relation",
    "choice",
    "Which of these fits {giver}?",
    "The giver is",
    "the code asks for extreme caution where the giver does business with us, seeks it, or awaits a decision",
    "gifts-and-hospitality.2",
    options=(
        Option("seeking_business", "Seeking our business", ("bidder", "tendering", "bidding", "wants a contract")),
        Option(
            "supplier",
            "Supplier or contractor",
            ("supplier", "contractor", "works for us", "has a contract", "they supply us", "does work for us"),
        ),
        Option("decision_applicant", "Awaiting a decision", ("planning", "applicant", "application", "licence")),
        Option("service_user", "Resident or service user", ("resident", "client", "service user", "public", "family")),
        Option(
            "other",
            "None of these",
            ("other", "nothing", "no connection", "friend", "colleague", "neither", "none"),
        ),
    ),
    called="the giver's tie to the council",
)

LETTING = Question(
    "letting_contract",
    "yes_no",
    "Do you have any part in letting a contract that {giver} could win?",
    "Lets the contract",
    "an offer from someone who seeks our business is unlikely to be acceptable to anyone who helps let the contract",
    "gifts.1",
    called="your part in the contract",
)

PURCHASING = Question(
    "purchasing",
    "yes_no",
    "Do you buy goods or services for the council as part of your job?",
    "Buys for the council",
    "people who buy for the council record every offer and need their manager's approval",
    "registration-of-gifts-and-hospitality.5",
    called="whether you buy for the council",
)

ACCEPTING = Question(
    "wants_to_accept",
    "yes_no",
    "Would you like to accept, if that's allowed?",
    "Wants to accept",
    "it decides whether anybody has to be asked",
    "registration-of-gifts-and-hospitality.1",
    needed=may_be_accepted,
    may_be_unknown=False,
    doubt="in_doubt",
    asks_after="Did you accept it, or would you like to, if that's allowed?",
    called="whether you'd like to accept",
)

GIVER = Question(
    "giver",
    "party",
    "Who offered it? You can give a name, or say “I'd rather not”.",
    "From",
    "the register says who made the offer",
    "registration-of-gifts-and-hospitality.1",
    needed=recorded,
    may_be_withheld=True,
    noted="from ",
    called="who it's from",
)

OFFERED_ON = Question(
    "offered_on",
    "day",
    "When was it offered?",
    "Offered on",
    "the register says when the offer was made",
    "registration-of-gifts-and-hospitality.1",
    needed=recorded,
    noted="offered on ",
    called="the day of the offer",
)

REASON = Question(
    "reason",
    "text",
    "What is your reason for accepting it?",
    "Reason for accepting",
    "the code always wants the reason recorded for a gift, or a series of gifts, of this value",
    "registration-of-gifts-and-hospitality.4",
    needed=lambda answers, ruling: "give_reason" in ruling.duties,
    may_be_unknown=False,
    called="your reason",
)
