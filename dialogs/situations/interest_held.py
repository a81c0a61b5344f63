"""An interest that might conflict: Code of conduct, Registration of interests (CC-46, 62-64, 76-78, 81-88)."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.wording import percent, said
from knowledge.ruling import Ruling

_CLAUSE = "registration-of-interests"
_DOUBTED = ("deals_with_council", "shareholding_percent", "household_percent", "controls")
_HOLDERS = {"spouse": "spouse", "partner": "partner", "friend": "friend", "household": "household"}
_TIES = {
    "employment": "job with",
    "shareholding": "shareholding in",
    "membership": "part in running",
    "other": "connection with",
}


def declared(answers: Answers, ruling: Ruling) -> bool:
    """Say whether it is declared or registered, so that its fields are needed, or the person asked for an entry."""
    return ruling.outcome in ("register", "declare") or bool(answers.get("record_anyway"))


def _is_relative(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("whose") == "relative" and declared(answers, ruling)


def _perhaps_a_friend(answers: Answers, ruling: Ruling) -> bool:
    outside = answers.get("whose") == "relative" and answers.get("relative_kind") == "other"
    return outside and declared(answers, ruling)


def read_as(answers: Answers) -> Answers:
    """What answers come to: who is no relative may be a friend (CC-84), and not knowing is a doubt (CC-88)."""
    facts: dict[str, Any] = {}
    if answers.get("relative_kind") == "other" and answers.get("close_friend") is not False:
        facts["whose"] = "friend"
    if any(answers.get(name) == NOT_KNOWN for name in _DOUBTED):
        facts["in_doubt"] = True
    return facts


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the interest: ``your wife's job with Acme`` to its owner, ``their wife's job with Acme`` to others."""
    organisation = _organisation(answers)
    tie = _TIES.get(answers.get("nature"), "connection with")
    return {
        "thing": f"{_possessive(answers, mine)}{tie} {organisation}",
        "organisation": organisation,
        "holder": _holder(answers),
        "holds": "do you" if answers.get("whose") in (None, "self") else f"does {_holder(answers)}",
    }


def _organisation(answers: Answers) -> str:
    named = answers.get("organisation")
    return said(named) if named and named != NOT_KNOWN else "the organisation"


def _word(answers: Answers) -> str:
    kind = answers.get("relative_kind")
    known = kind.replace("_", "-") if kind not in (None, NOT_KNOWN, "other", "spouse_or_partner_of_relative") else ""
    return said(answers.get("tie") or "") or _HOLDERS.get(answers.get("whose"), known or "relative")


def _holder(answers: Answers) -> str:
    return "you" if answers.get("whose") in (None, "self") else f"your {_word(answers)}"


def _possessive(answers: Answers, mine: bool) -> str:
    if answers.get("whose") in (None, "self"):
        return "your " if mine else "a "
    word = _word(answers)
    return f"{'your' if mine else 'their'} {word}{chr(39) if word.endswith('s') else chr(39) + 's'} "


def for_receivers(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code asks of the manager, and of those who keep the register (CC-78, 81)."""
    if wants == "pass_on":
        return ("The code asks you to pass this to the democratic services manager, who enters it in the register.",)
    if wants == "enter":
        return ("The manager has passed this on. Please enter it in the register of interests.",)
    if "ask_manager" in ruling["duties"]:
        return (f"The code leaves it to you whether {_shares(answers)} should go on the register as well.",)
    return ("This is for you to know. It does not go on the register of interests.",)


def _shares(answers: Answers) -> str:
    known = [
        answers[k] for k in ("shareholding_percent", "household_percent") if isinstance(answers.get(k), int | float)
    ]
    return f"shares of {percent(max(known))}" if known else "the shares"


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

ORGANISATION = Question(
    "organisation",
    "text",
    "What is the company or organisation called?",
    "Organisation",
    "the declaration says which organisation it is",
    f"{_CLAUSE}.1",
    needed=declared,
    may_be_unknown=False,
    is_name=True,
)

DEALINGS = Question(
    "deals_with_council",
    "choice",
    "What has {organisation} to do with the council?",
    "Dealings",
    "what has to be declared or registered depends on how it deals with the council",
    f"{_CLAUSE}.1",
    options=(
        Option(
            "contract",
            "It has a contract with us",
            ("contract", "contractor", "supplier", "supplies us"),
            "A contract with the council",
        ),
        Option(
            "may_contract",
            "It may get a contract",
            ("might get a contract", "bidding", "tendering"),
            "A possible contract with the council",
        ),
        Option(
            "campaigns",
            "It campaigns about us",
            ("campaigns", "lobbies", "lobbying"),
            "Campaigning about the council",
        ),
        Option(
            "other_dealings",
            "Other dealings, such as a grant",
            ("other", "grant", "partnership", "funding"),
            "Other dealings with the council",
        ),
        Option(
            "no", "Nothing at all", ("nothing", "no dealings", "none", "not at all"), "No dealings with the council"
        ),
    ),
    needed=declared,
    called="what it has to do with the council",
)

NATURE = Question(
    "nature",
    "choice",
    "What is the tie with {organisation}?",
    "Tie",
    "the declaration says what the interest is, and shares have a rule of their own",
    f"{_CLAUSE}.1",
    options=(
        Option("employment", "A job or paid work", ("job", "works there", "employed", "employee", "paid work")),
        Option("shareholding", "Shares", ("share", "shareholder", "stake", "owner", "owns it")),
        Option(
            "membership", "A member, trustee or on the board", ("member", "trustee", "committee", "board", "volunteer")
        ),
        Option("other", "Something else", ("other", "director", "none of these")),
    ),
    needed=declared,
    may_be_unknown=False,
    called="the tie",
)

SHARE = Question(
    "shareholding_percent",
    "percent",
    "How much of {organisation} {holds} own, in per cent?",
    "Share held",
    "more than a set share of a company is a significant interest",
    f"{_CLAUSE}.6",
    noted="a share of ",
    called="the share held",
)

HOUSEHOLD = Question(
    "household_percent",
    "percent",
    "And how much do you, your relatives and the people you live with own in all, in per cent?",
    "Share in all",
    "the code adds up what you, your relatives and your household hold",
    f"{_CLAUSE}.6",
    noted="in all ",
    called="the share in all",
)

CONTROLS = Question(
    "controls",
    "yes_no",
    "Do the shares come with a veto, control or influence over {organisation}?",
    "Veto or control",
    "a smaller share counts as significant where it brings control",
    f"{_CLAUSE}.6",
    called="whether the shares bring control",
)

_BOTH = "has to be declared to {manager} and entered in the register of interests"

INTEREST_HELD = Situation(
    id="interest_held",
    audience="employee",
    kind="declaration",
    title="An interest",
    noun="interest",
    questions=(
        WHOSE,
        RELATIVE_KIND,
        CLOSE_FRIEND,
        ORGANISATION,
        DEALINGS,
        NATURE,
        SHARE,
        HOUSEHOLD,
        CONTROLS,
    ),
    headlines={
        "unrelated": "There's nothing to declare: the code asks about relatives and friends, and this is neither.",
        "no_dealings": "There's nothing to declare, as {organisation} has no dealings with the council. "
        "Tell {manager} if that changes.",
        "close": "{thing} has to be declared to {manager}. It doesn't go on the register of interests.",
        "in_doubt": "As you're not certain, {thing} " + _BOTH + ".",
        "significant": "{thing} counts as a significant interest, so it " + _BOTH + ".",
        "small_shareholding": "{thing} has to be declared to {manager}, who can tell you whether it goes on the "
        "register of interests as well.",
        "other_dealings": "{thing} has to be declared to {manager}. It doesn't have to go on the register.",
        "registered": "{thing} " + _BOTH + ".",
    },
    columns={"organisation": "organisation"},
    extra=("tie", "in_doubt"),
    told_by_thing=("whose", "relative_kind", "organisation", "nature"),
    offered=("An interest to declare", "an interest", "interest", "declare an interest", "a conflict of interest"),
    told_with={
        "whose": ("relative_kind", "tie", "close_friend"),
        "relative_kind": ("tie", "close_friend"),
    },
    in_order=True,
    register="the register of interests",
    naming=naming,
    read_as=read_as,
    hops={"register": ("pass_on", "enter")},
    for_decider=for_receivers,
)
