"""A gift offered to an employee: Code of conduct, Gifts and hospitality (CC-89 to CC-95, CC-103 to CC-109)."""

from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.giving import (
    ACCEPTING,
    GIVER,
    LETTING,
    OFFERED_ON,
    PURCHASING,
    REASON,
    REGULAR,
    RELATION,
    TOLD_BY_TITLE,
    VALUE,
    for_decider,
    recorded,
)


def _small(answers: Answers) -> Answers:
    """What its owner calls a token has a value within the limit, unless a value is named (CC-90)."""
    return {"value": "0.00"} if answers.get("token") is True else {}


GIFT_OFFERED = Situation(
    id="gift_offered",
    audience="employee",
    kind="gift",
    title="A gift",
    noun="gift",
    questions=(
        Question(
            "form",
            "choice",
            "What kind of thing is it?",
            "Kind",
            "money is never allowed, and give-aways with a company's name are treated differently from other gifts",
            "gifts.1",
            options=(
                Option("goods", "A thing", ("goods", "an item", "a present", "food", "drink", "flowers", "wine")),
                Option("money", "Money or a voucher", ("cash", "cheque", "voucher", "coupon", "gift card", "money")),
                Option("promotional", "A promotional give-away", ("promotional", "branded", "freebie", "merchandise")),
            ),
            may_be_unknown=False,
            inferred=lambda told: "goods" if told.get("item") else None,
            called="what kind of thing it is",
        ),
        Question(
            "token",
            "yes_no",
            "Is it just a token, such as a pen, a diary or another small gift?",
            "Token value",
            "the code makes an exception for gifts of token value",
            "gifts-and-hospitality.1",
            called="whether it's a token",
        ),
        VALUE,
        REGULAR,
        RELATION,
        LETTING,
        PURCHASING,
        ACCEPTING,
        Question(
            "item",
            "text",
            "What were you offered?",
            "What",
            "the register says what was offered",
            "registration-of-gifts-and-hospitality.1",
            needed=recorded,
            may_be_unknown=False,
            called="what it is",
        ),
        GIVER,
        OFFERED_ON,
        REASON,
    ),
    headlines={
        "money": "You can't keep {thing}, whatever the amount. Give it back, or tell {manager} if you can't.",
        "contract_letting": "Please turn down {thing}: it comes from someone who seeks the council's business while "
        "you have a part in letting the contract.",
        "purchasing": "You may accept {thing} only if {manager} agrees first, because you buy for the council.",
        "token_promotional": "You may keep {thing}, and there's no need to record it.",
        "token_promotional_recorded": "You may keep {thing}, and it goes on the register.",
        "token": "You may keep {thing}.",
        "default": "You may accept {thing} only if {manager} agrees first.",
        "decline": "Please say no to {thing}.",
    },
    quotes={"token_promotional": 2},
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on"},
    extra=("recipient",),
    counts_in_series=True,
    sure=("money",),
    offered=("A gift", "a gift", "gift", "present"),
    told_by_title=TOLD_BY_TITLE,
    for_decider=for_decider,
    assumes=_small,
)
