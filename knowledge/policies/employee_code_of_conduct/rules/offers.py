"""What the rules on gifts and on hospitality share: their facts, and the cites that hold for both."""

from knowledge.facts import Fact
from knowledge.phrases import giver, offer, pounds, sentence
from knowledge.rule import Cite, Line
from knowledge.words import Duty, Outcome

RELATIONS = ("seeking_business", "supplier", "decision_applicant", "service_user", "other")
_CAUTIOUS = {
    "seeking_business": "who would like the council's business",
    "supplier": "who may have business with the council as a supplier",
    "decision_applicant": "who is waiting for a decision by the council",
}

_OCCASIONS = {
    "institute_dinner": "dinner",
    "hotel": "hotel stay",
    "business_trip": "business trip",
    "company_flat": "company flat or suite",
    "other": None,
}

GIVER = Fact("giver", "text")
GIVER_RELATION = Fact("giver_relation", "choice", RELATIONS, matters=True)
LETTING_CONTRACT = Fact("letting_contract", "bool", matters=True)
PURCHASING = Fact("purchasing", "bool", matters=True)
REGULAR = Fact("regular", "bool", matters=True)
RECIPIENT = Fact("recipient", "choice", ("self", "family"))
WANTS_TO_ACCEPT = Fact("wants_to_accept", "bool", matters=True)
OFFERED_ON = Fact("offered_on", "date")
REASON = Fact("reason", "text")


def offered(said) -> str:
    """The offer in the person's words: a gift's item or the kind of hospitality, and the giver."""
    if said.situation == "gift_offered":
        return offer(said.item, said.giver, "gift")
    return offer(_OCCASIONS.get(said.what, said.what), said.giver, "hospitality")


def whatever_its_value(said) -> str:
    """That the value changes nothing, with the value where it is known."""
    return f"{'its value' if said.value is None else f'a value of {pounds(said.value)}'} makes no difference"


def bidder_and_letter(facts) -> bool:
    """The giver seeks business and the person is involved in letting a contract."""
    return facts.letting_contract and facts.giver_relation == "seeking_business"


def letting_sentence(said) -> str:
    """Why an offer to somebody who lets contracts falls under CC-94."""
    if said.letting_contract and said.giver_relation == "seeking_business":
        return (
            f"You are involved in letting a contract and the offer comes from {giver(said.giver)}, "
            f"who would like the council's business, so {whatever_its_value(said)}."
        )
    return (
        f"If you are involved in letting a contract and the offer comes from someone who would like the council's "
        f"business, {offered(said)} can hardly be accepted, and {whatever_its_value(said)}."
    )


def _record_sentence(said) -> str:
    if said.wants_to_accept is False:
        return f"{sentence(offered(said))} must go on the register even though you are not accepting."
    return f"Offers are recorded whether they are accepted or not, so {offered(said)} must go on the register."


RECORDED = Cite("registration-of-gifts-and-hospitality.1", "Employees must record all offers", _record_sentence)


def _purchasing_sentence(said) -> str:
    lead = "You buy goods or services for the council, so" if said.purchasing else "If you buy for the council,"
    form = f"{lead} {offered(said)} must go on the officer interests registration form, accepted or not"
    if said.outcome is Outcome.REFUSE or said.wants_to_accept is False:
        return f"{form}."
    return f"{form}, and to accept you need the agreement of {said.manager}."


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


def default_sentence(said, why: str | None) -> str:
    """That the default is no, why no exception fits where that is known, and who may decide otherwise."""
    lead = f"{why}, so the default is" if why else "Unless one of the Code's exceptions fits, the default is"
    rest = f"; {said.manager} may agree to an exception" if said.wants_to_accept else ""
    return f"{lead} to refuse {offered(said)}{rest}."


def _caution_sentence(said) -> str:
    about = _CAUTIOUS.get(said.giver_relation)
    if about is None:
        return f"If the offer comes from someone {_CAUTIOUS['seeking_business']}, take extreme care with it."
    return f"The offer comes from {giver(said.giver)}, {about}, so take extreme care with it."


def _influence_sentence(said) -> str:
    return f"People might think that {offered(said)} had influenced a decision of yours."


EXTREME_CAUTION = Cite("gifts-and-hospitality.2", "Employees must treat with extreme caution", _caution_sentence)
INFLUENCE = Cite(
    "gifts-and-hospitality.3", "Employees might be, or might be thought by others, to have been", _influence_sentence
)

CAUTION_LINE = Line(
    key="caution",
    when=lambda facts: facts.giver_relation in _CAUTIOUS,
    gives=None,
    cites=(EXTREME_CAUTION, INFLUENCE),
)


def _family_sentence(said) -> str:
    return f"An offer to a member of your family counts as one to you, so all of this goes for {offered(said)} too."


FAMILY_LINE = Line(
    key="family",
    when=lambda facts: facts.recipient == "family",
    gives=None,
    cites=(
        Cite(
            "gifts-and-hospitality.1",
            "Employees should refuse personal gifts and hospitality offered to them or members of their family",
            _family_sentence,
        ),
    ),
)
