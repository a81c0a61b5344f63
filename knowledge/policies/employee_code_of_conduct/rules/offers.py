"""What the rules on gifts and on hospitality share: their facts, and the cites that hold for both."""

from knowledge.facts import Fact
from knowledge.phrases import giver, is_many, pounds, sentence, the
from knowledge.rule import Cite, Line
from knowledge.words import Duty, Outcome

RELATIONS = ("seeking_business", "supplier", "decision_applicant", "service_user", "other")
_NAMED = {
    "seeking_business": "{name}, who would like the council's business",
    "supplier": "{name}, a supplier of the council",
    "decision_applicant": "{name}, and the council has a decision to make on what they applied for",
}
_NOT_NAMED = {
    "seeking_business": "someone who would like the council's business",
    "supplier": "a supplier of the council",
    "decision_applicant": "someone who is waiting for a decision by the council",
}
_OCCASIONS = {
    "institute_dinner": "dinner",
    "hotel": "hotel stay",
    "business_trip": "business trip",
    "company_flat": "company flat or suite",
    "other": None,
}
_ITEMS = {"gift_offered": "gift", "prize_won": "prize", "bequest_left": "bequest"}

GIVER = Fact("giver", "text")
GIVER_RELATION = Fact("giver_relation", "choice", RELATIONS, matters=True)
LETTING_CONTRACT = Fact("letting_contract", "bool", matters=True)
PURCHASING = Fact("purchasing", "bool", matters=True)
REGULAR = Fact("regular", "bool", matters=True)
RECIPIENT = Fact("recipient", "choice", ("self", "family"))
WANTS_TO_ACCEPT = Fact("wants_to_accept", "bool", matters=True)
OFFERED_ON = Fact("offered_on", "date")
REASON = Fact("reason", "text")


def thing(said) -> str:
    """The offer in the person's words: the item, or the kind of hospitality."""
    if said.situation in _ITEMS:
        return the(said.item, _ITEMS[said.situation])
    return the(_OCCASIONS.get(said.what, said.what), "hospitality")


def offered(said) -> str:
    """The offer in the person's words, and who made it where they are named: "the hamper from Acme"."""
    source = giver(said.giver)
    return f"{thing(said)} from {source}" if source else thing(said)


def _is_many(said) -> bool:
    return is_many(said.item if said.situation in _ITEMS else said.what)


def it(said) -> str:
    """The offer in one word: "it", or "them" for several things."""
    return "them" if _is_many(said) else "it"


def are(said) -> str:
    """The verb that goes with the offer: "is" or "are"."""
    return "are" if _is_many(said) else "is"


def its_value(said) -> str:
    """The value with the amount where it is known: "their value of £120"."""
    whose = "their" if _is_many(said) else "its"
    return f"{whose} value" if said.value is None else f"{whose} value of {pounds(said.value)}"


def whatever_its_value(said) -> str:
    """The end of a sentence that says that the value changes nothing."""
    return f", whatever {its_value(said)}" if said.value is None else f", and {its_value(said)} makes no difference"


def bidder_and_letter(facts) -> bool:
    """The giver seeks business and the person is involved in letting a contract."""
    return facts.letting_contract and facts.giver_relation == "seeking_business"


def letting_sentence(said) -> str:
    """Why an offer to somebody who lets contracts falls under CC-94."""
    return f"{letting_lead(said)} you should decline {offered_once(said)}{whatever_its_value(said)}."


def offered_once(said) -> str:
    """The offer without its giver where the sentence has named the giver already."""
    return thing(said) if giver(said.giver) else offered(said)


def letting_lead(said) -> str:
    """The beginning of that sentence, as far as its two conditions are known."""
    letting = "you are involved in letting a contract"
    name = giver(said.giver)
    bidding = f"{name} would like the council's business" if name else (
        "the offer comes from someone who would like the council's business"
    )  # fmt: skip
    if said.letting_contract and said.giver_relation == "seeking_business":
        return f"{sentence(letting)} and {bidding}, so"
    if said.letting_contract:
        return f"{sentence(letting)}, so if {bidding},"
    if said.giver_relation == "seeking_business":
        return f"{sentence(bidding)}, so if {letting},"
    return f"If {letting} and {bidding},"


def counts_for_more(said) -> str | None:
    """What outweighs an exception that fits, where that is known."""
    if getattr(said, "in_doubt", False):
        return "your doubt about it"
    if bidder_and_letter(said):
        return "your part in letting a contract"
    return "your buying for the council" if said.purchasing else None


def standing(said) -> str:
    """The end of a sentence on an exception that fits: what follows from it in this ruling."""
    if said.outcome is Outcome.MAY_ACCEPT:
        return f"so you may accept {it(said)}"
    more = counts_for_more(said)
    if more:
        return f"but {more} counts for more"
    return f"which would let you accept {it(said)} as long as no stricter rule applies"


def _record_sentence(said) -> str:
    if said.wants_to_accept is False:
        return f"{sentence(offered(said))} must go on the register even though you are not accepting {it(said)}."
    if said.outcome is Outcome.REFUSE and not said.unsure:
        return f"{sentence(offered(said))} must go on the register even though you can't accept {it(said)}."
    return f"Every offer is recorded, so {offered(said)} must go on the register whether or not you accept {it(said)}."


def recorded(because) -> Cite:
    """CC-103: every offer goes on the register, with a sentence of the rule's own."""
    return Cite("registration-of-gifts-and-hospitality.1", "Employees must record all offers", because)


RECORDED = recorded(_record_sentence)


def _purchasing_sentence(said) -> str:
    lead = "You buy goods or services for the council, so" if said.purchasing else (
        "If you buy goods or services for the council,"
    )  # fmt: skip
    form = f"{lead} {offered(said)} must go on the officer interests registration form"
    if said.wants_to_accept is False:
        return f"{form} even though you are not accepting {it(said)}."
    if said.outcome is Outcome.REFUSE:
        return f"{form} even though you can't accept {it(said)}."
    if said.outcome is Outcome.DECLINE:
        return f"{form}, and to accept {it(said)} all the same you would need the agreement of {said.manager}."
    return f"{form}, and you can accept {it(said)} only with the agreement of {said.manager}."


PURCHASER = Cite(
    "registration-of-gifts-and-hospitality.5",
    "they must record it using the officer interests registration form. This applies whether or not it is to be "
    "accepted. Where it is to be accepted, approval should be obtained, from their manager.",
    _purchasing_sentence,
)

PURCHASING_LINE = Line(
    key="purchasing",
    when=lambda facts: facts.purchasing,
    gives=Outcome.APPROVAL,
    duties=(Duty.RECORD, Duty.MANAGER_APPROVAL),
    cites=(PURCHASER,),
)


_FAMILY = "an offer to a member of your family counts as one to you"


def default_sentence(said, why: str | None) -> str:
    """That the default is no, why no exception fits where that is known, and who may decide otherwise."""
    lead = why or f"unless one of the Code's exceptions fits {offered(said)}"
    family = f"{_FAMILY}, and " if said.recipient == "family" else ""
    rest = f", though {said.manager} may agree to an exception" if said.wants_to_accept else ""
    return sentence(f"{family}{lead}, the default is to refuse {it(said)}{rest}.")


def _caution_sentence(said) -> str:
    name, care = giver(said.giver), f"treat {offered_once(said)} with extreme caution"
    if said.giver_relation not in _NAMED:
        whose = f"{name} turns out to be" if name else "the offer comes from"
        return f"If {whose} {_NOT_NAMED['seeking_business']}, {care}."
    source = _NAMED[said.giver_relation].format(name=name) if name else _NOT_NAMED[said.giver_relation]
    return f"The offer comes from {source}, so {care}."


def _influence_sentence(said) -> str:
    might = f"Others might believe that {offered(said)} had influenced a decision of yours"
    if said.outcome in (Outcome.REFUSE, Outcome.DECLINE) and not said.unsure:
        return f"{might}, which is one more reason not to accept {it(said)}."
    return f"{might}, so consider how accepting {it(said)} would look before you do."


EXTREME_CAUTION = Cite("gifts-and-hospitality.2", "Employees must treat with extreme caution", _caution_sentence)
INFLUENCE = Cite(
    "gifts-and-hospitality.3", "Employees might be, or might be thought by others, to have been", _influence_sentence
)

CAUTION_LINE = Line(
    key="caution",
    when=lambda facts: facts.giver_relation in _NAMED,
    gives=None,
    cites=(EXTREME_CAUTION, INFLUENCE),
)


TOKEN_WORDS = (
    "gifts and hospitality of 'token value' may be acceptable. For example, a pen, small gift, diary or a modest "
    "lunch, provided it is not a regular practice"
)
FAMILY_WORDS = "Employees should refuse personal gifts and hospitality offered to them or members of their family"


def default_cite(why) -> Cite:
    """CC-89, for the line that holds where no exception does; ``why`` says from the facts why none does, or None."""
    return Cite("gifts-and-hospitality.1", FAMILY_WORDS, lambda said: default_sentence(said, why(said)), exact=True)


def family_line(why) -> Line:
    """An offer to the family (CC-89): said together with the default where that is shown, and otherwise by itself."""

    def family_sentence(said) -> str:
        if "default" in said.cited:
            return default_sentence(said, why(said))
        return f"{sentence(_FAMILY)}, so all of this holds for {offered(said)}."

    cite = Cite("gifts-and-hospitality.1", FAMILY_WORDS, family_sentence, exact=True)
    return Line(key="family", when=lambda facts: facts.recipient == "family", gives=None, cites=(cite,))
