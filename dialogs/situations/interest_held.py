"""An interest that might conflict: Code of conduct, Registration of interests (CC-46, 62-64, 76-78, 81-88)."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.declaring import declared
from dialogs.situations.holding import CLOSE_FRIEND, RELATIVE_KIND, TIES, WHOSE, holder, possessive
from dialogs.wording import percent, said

_CLAUSE = "registration-of-interests"
_DOUBTED = ("deals_with_council", "shareholding_percent", "household_percent", "controls")


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
    tie = TIES.get(answers.get("nature"), "connection with")
    return {
        "thing": f"{possessive(answers, mine)}{tie} {organisation}",
        "organisation": organisation,
        "holder": holder(answers),
        "holds": "do you" if answers.get("whose") in (None, "self") else f"does {holder(answers)}",
    }


def _organisation(answers: Answers) -> str:
    named = answers.get("organisation")
    return said(named) if named and named != NOT_KNOWN else "the organisation"


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
