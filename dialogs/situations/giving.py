"""The questions that gifts and hospitality share."""

from dialogs.situation import Answers, Option, Question
from knowledge.ruling import Ruling


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
