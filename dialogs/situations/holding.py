"""Whose interest it is, and what the tie is: shared by interests held and interests in contracts (CC-79, 81 to 85)."""

from dialogs.situation import NOT_KNOWN, Answers, Option, Question
from dialogs.situations.declaring import declared
from dialogs.wording import said
from knowledge.ruling import Ruling

_CLAUSE = "registration-of-interests"
_HOLDERS = {"spouse": "spouse", "partner": "partner", "friend": "friend", "household": "household"}
TIES = {
    "employment": "job with",
    "shareholding": "shareholding in",
    "membership": "part in running",
    "other": "connection with",
}


def _is_relative(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("whose") == "relative" and declared(answers, ruling)


def _perhaps_a_friend(answers: Answers, ruling: Ruling) -> bool:
    outside = answers.get("whose") == "relative" and answers.get("relative_kind") == "other"
    return outside and declared(answers, ruling)


def _word(answers: Answers) -> str:
    kind = answers.get("relative_kind")
    known = kind.replace("_", "-") if kind not in (None, NOT_KNOWN, "other", "spouse_or_partner_of_relative") else ""
    return said(answers.get("tie") or "") or _HOLDERS.get(answers.get("whose"), known or "relative")


def holder(answers: Answers) -> str:
    """Say who holds it, to the person whose declaration it is: ``you``, ``your sister``."""
    return "you" if answers.get("whose") in (None, "self") else f"your {_word(answers)}"


def possessive(answers: Answers, mine: bool) -> str:
    """Say whose it is, before the tie: ``your ``, ``your wife's ``, and to others ``a ``, ``their wife's ``."""
    if answers.get("whose") is None:
        return "a "
    if answers["whose"] == "self":
        return "your " if mine else "a "
    word = _word(answers)
    return f"{'your' if mine else 'their'} {word}{chr(39) if word.endswith('s') else chr(39) + 's'} "


WHOSE = Question(
    "whose",
    "choice",
    "Whose interest is it?",
    "Whose",
    "the register holds your own interests and your spouse's or partner's, and others are declared",
    f"{_CLAUSE}.9",
    options=(
        Option("self", "Mine", ("me", "my own", "myself", "i do", "i am", "me and my", "my wife and i"), "Own"),
        Option("spouse", "A husband's or wife's", ("wife", "husband", "spouse", "missus"), "Husband or wife"),
        Option("partner", "A partner's", ("partner", "civil partner", "other half"), "Partner"),
        Option("relative", "A relative's", ("relative", "family", "relation", "child"), "Relative"),
        Option("friend", "A friend's", ("friend", "mate", "pal"), "Friend"),
        Option("household", "Someone I live with", ("lodger", "flatmate", "housemate", "live with"), "Household"),
    ),
    needed=declared,
    may_be_unknown=False,
    told_first=True,
    called="the person",
)

RELATIVE_KIND = Question(
    "relative_kind",
    "choice",
    "What are they to you?",
    "Relation",
    "the code lists who counts as a relative",
    f"{_CLAUSE}.7",
    options=(
        Option("parent", "Mother or father", ("mother", "father", "mum", "dad", "mam", "parent")),
        Option("son", "Son", ("boy", "lad")),
        Option("daughter", "Daughter", ("girl",)),
        Option("brother", "Brother"),
        Option("sister", "Sister"),
        Option("grandparent", "Grandparent", ("grandmother", "grandfather", "nan", "gran", "grandad")),
        Option("grandchild", "Grandchild", ("grandson", "granddaughter")),
        Option("uncle", "Uncle"),
        Option("aunt", "Aunt", ("auntie",)),
        Option("nephew", "Nephew"),
        Option("niece", "Niece"),
        Option("cousin", "Cousin"),
        Option("parent_in_law", "Mother-in-law or father-in-law", ("mother in law", "father in law", "in-laws")),
        Option("step_son", "Stepson", ("step son",)),
        Option("step_daughter", "Stepdaughter", ("step daughter",)),
        Option("partners_child", "A partner's child", ("partner's son", "partner's daughter"), "Partner's child"),
        Option(
            "spouse_or_partner_of_relative",
            "A relative's husband, wife or partner",
            ("brother-in-law", "sister-in-law", "son-in-law", "daughter-in-law", "sister's husband", "brother's wife"),
        ),
        Option("civil_partner", "Civil partner"),
        Option("spouse", "Husband or wife", ("husband", "wife", "spouse")),
        Option("partner", "Partner I live with", ("partner",), "Partner"),
        Option("other", "None of these", ("second cousin", "godparent", "godmother", "godfather", "ex", "neighbour")),
    ),
    needed=_is_relative,
    may_be_unknown=False,
    told_first=True,
    called="the relation",
)

CLOSE_FRIEND = Question(
    "close_friend",
    "yes_no",
    "Would you call them a friend: somebody you know well and are fond of?",
    "Friend",
    "the code asks about friends as well, and means more than an acquaintance",
    f"{_CLAUSE}.8",
    needed=_perhaps_a_friend,
    called="whether they're a friend",
)
