"""Interests: what might conflict is declared, and one's own or a spouse's or partner's is entered in the register.

Code of conduct: Financial; Personal interests; Registration of interests; Employee declaration (CC-46, 62-64, 76-78,
81-88). Who lets, engages or supervises contractors has a rule of their own. The shares of the household count together
unless HR decides otherwise (ledger X8).
"""

from collections.abc import Callable
from decimal import Decimal

from knowledge.facts import Fact
from knowledge.phrases import figure, giver, sentence
from knowledge.policies.employee_code_of_conduct.rules import ties
from knowledge.policies.employee_code_of_conduct.rules.ties import is_close, is_own, is_unrelated, tied_to
from knowledge.rule import Cite, Line, Rule
from knowledge.words import EMPLOYEE, Duty, Outcome

_REGISTRATION = "registration-of-interests"
_CONTRACTS = ("contract", "may_contract")
_DEALINGS = {
    "contract": "has a contract with the council",
    "may_contract": "may enter into a contract with the council",
    "campaigns": "campaigns or lobbies about what the council does",
    "other_dealings": "deals with the council",
}


def _edges(facts) -> tuple[Decimal, ...]:
    return (Decimal(facts.significant_shareholding_over),)


FACTS = (
    ties.WHOSE,
    ties.RELATIVE_KIND,
    Fact("nature", "choice", ties.NATURES, matters=True),
    Fact("organisation", "text"),
    Fact("deals_with_council", "choice", (*_DEALINGS, "no"), matters=True),
    Fact("shareholding_percent", "percent", matters=True, boundaries=_edges),
    Fact("household_percent", "percent", matters=True, boundaries=_edges),
    Fact("controls", "bool", matters=True),
    Fact("in_doubt", "bool", default=False, matters=True),
)


def _no_dealings(facts) -> bool:
    return not facts.in_doubt and facts.deals_with_council == "no"


def _counts(facts) -> bool:
    return not _no_dealings(facts) and is_own(facts)


def _own_shares(facts) -> bool:
    return facts.nature == "shareholding" and _counts(facts)


def _significant(facts) -> bool:
    over = facts.significant_shareholding_over
    if facts.X8 == "own":
        return facts.shareholding_percent > over or facts.controls
    return facts.shareholding_percent > over or facts.household_percent > over or facts.controls


def _organisation(said) -> str:
    return giver(said.organisation, "the organisation")


def _tie(said) -> str:
    deals = _DEALINGS.get(said.deals_with_council)
    return f"{tied_to(said, _organisation(said))}{f', which {deals}' if deals else ''}"


def _no_dealings_sentence(said) -> str:
    return (
        f"{sentence(_organisation(said))} has no dealings with the council, so there is nothing to declare now, but "
        f"tell {said.manager} if that changes."
    )


def _unrelated_sentence(said) -> str:
    return "The tie that you name is not in this list, so it does not count as a relative's."


def _no_friend_sentence(said) -> str:
    return "Only if you would call them a friend in this sense is there something to declare."


def _close_sentence(said) -> str:
    if said.unsure:
        return (
            f"Where a relative or a friend has the interest, you declare it to {said.manager} and it is not registered."
        )
    return f"{sentence(_tie(said))}, so you declare the interest to {said.manager}, and it does not go on the register."


def _attention_sentence(said) -> str:
    if said.deals_with_council == "no":
        return f"You know of the tie with {_organisation(said)} and are in doubt whether it counts, so it is declared."
    deals = _DEALINGS.get(said.deals_with_council, "may deal with the council")
    return f"You know of the tie, and {_organisation(said)} {deals}, so it has to be declared."


def _enquiries_sentence(said) -> str:
    return "You declare what you know, and you need not ask anybody what they own or belong to."


def _doubt_sentence(said) -> str:
    if is_close(said):
        return f"You are in doubt, so you declare it to {said.manager} to be safe."
    return f"You are in doubt about your tie with {_organisation(said)}, so it is registered and declared."


def _register_sentence(said) -> str:
    if said.unsure:
        return (
            f"An interest in {_organisation(said)} that is yours, your spouse's or your partner's goes on the register "
            "where it may conflict with the council's."
        )
    return f"{sentence(_tie(said))}, so the interest goes on the register."


def _passed_on_sentence(said) -> str:
    lead = "If it has to be registered, " if said.unsure else ""
    return sentence(f"{lead}{said.manager} passes it to the democratic services manager, who enters it.")


def _in_writing_sentence(said) -> str:
    return f"What you file here tells {said.manager} in writing."


def _largest(said) -> Decimal | None:
    counted = (said.shareholding_percent, None if said.X8 == "own" else said.household_percent)
    return max((percent for percent in counted if percent is not None), default=None)


def _shares(said, most: Decimal) -> str:
    if most == said.shareholding_percent:
        hold = "hold" if said.whose == "self" else "holds"
        return f"{ties.holder(said)} {hold} {figure(most)}% of {_organisation(said)}"
    return f"you, your relatives and your household hold {figure(most)}% of {_organisation(said)} in total"


def _control_is_the_reason(said) -> bool:
    return bool(said.controls) and (_largest(said) or 0) <= said.significant_shareholding_over


def _is_or_may_be_over(said) -> bool:
    known = said.shareholding_percent is not None and said.household_percent is not None
    return not (known and _control_is_the_reason(said))


def _significant_sentence(said) -> str:
    most, over = _largest(said), said.significant_shareholding_over
    if most is not None and most > over and said.whose:
        return f"{sentence(_shares(said, most))}, which is over {over}%, so the interest is significant."
    return (
        f"Shares in {_organisation(said)} that come to over {over}% for you, your relatives and your household in "
        "total make the interest significant."
    )


def _control_sentence(said) -> str:
    if said.controls:
        return f"The control that goes with the shares in {_organisation(said)} counts, whatever the percentage."
    return "Shares that bring a veto, control or influence count, whatever the percentage."


def _small_sentence(said) -> str:
    most, over = _largest(said), said.significant_shareholding_over
    if most is None or said.unsure:
        return f"Up to {over}% and without control, {said.manager} can tell you whether the shares are registered."
    return (
        f"{sentence(_shares(said, most))}, which is not over {over}%, so ask {said.manager} whether it goes on the "
        "register as well."
    )


def _declare_sentence(said) -> str:
    if said.unsure:
        return f"A tie with {_organisation(said)} is declared to {said.manager} where it deals with the council."
    return f"{sentence(_tie(said))}, so you declare the interest to {said.manager}."


def _register_cites(when: Callable[..., bool] = lambda said: True) -> tuple[Cite, ...]:
    """CC-76, 78 and 82: what is registered, who enters it, and the relatives who count where it is one of them."""
    return (
        Cite(
            f"{_REGISTRATION}.1",
            "has or may enter into a contract with us is involved in campaigning or lobbying about our activities",
            _register_sentence,
            when=when,
        ),
        Cite(
            f"{_REGISTRATION}.3",
            "The manager will pass that information to the democratic services manager",
            _passed_on_sentence,
        ),
        ties.LISTED,
    )


def _declared(because: Callable[..., str]) -> Cite:
    """CC-63, for lines under which an interest is declared."""
    return Cite(f"{_REGISTRATION}.10", "An employee is required to declare an interest", because)


def _control(when: Callable[..., bool]) -> Cite:
    """CC-81: control counts whatever the percentage."""
    return Cite(
        f"{_REGISTRATION}.6",
        "where the individual has veto rights or exercises control/influence over the company",
        _control_sentence,
        when=when,
    )


REGISTERED = (Duty.TELL_MANAGER, Duty.TELL_DEMOCRATIC_SERVICES)
IN_DOUBT = Cite(f"{_REGISTRATION}.12", "If in doubt, the employee must register and declare", _doubt_sentence)

LINES = (
    Line(
        key="unrelated",
        when=is_unrelated,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(f"{_REGISTRATION}.7", "A 'relative' means a spouse, partner, civil partner", _unrelated_sentence),
            Cite(f"{_REGISTRATION}.8", "A 'friend' is someone well known to another", _no_friend_sentence),
        ),
    ),
    Line(
        key="no_dealings",
        when=_no_dealings,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                "employee-declaration.1",
                "Employees must keep their manager informed of any change of circumstance",
                _no_dealings_sentence,
            ),
        ),
    ),
    Line(
        key="close",
        when=lambda facts: not _no_dealings(facts) and is_close(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                f"{_REGISTRATION}.9",
                "The need to declare an interest during the course of employment is much broader. It relates both to "
                "the employee's interests and those of their friends or relatives.",
                _close_sentence,
            ),
            _declared(_attention_sentence),
            Cite(IN_DOUBT.clause_id, IN_DOUBT.words, _doubt_sentence, when=lambda said: said.in_doubt),
            Cite(
                f"{_REGISTRATION}.9",
                "The requirement does not imply any obligation to make enquiries of friends and relatives",
                _enquiries_sentence,
            ),
            ties.LISTED,
        ),
    ),
    Line(
        key="in_doubt",
        when=lambda facts: facts.in_doubt and is_own(facts),
        gives=Outcome.REGISTER,
        duties=REGISTERED,
        cites=(IN_DOUBT, *_register_cites(when=lambda said: said.deals_with_council)),
    ),
    Line(
        key="significant",
        when=lambda facts: _own_shares(facts) and _significant(facts),
        gives=Outcome.REGISTER,
        duties=REGISTERED,
        cites=(
            _control(when=_control_is_the_reason),
            Cite(
                f"{_REGISTRATION}.6",
                "A 'significant interest' in a company is one where the employee, a relative or members of",
                _significant_sentence,
                when=_is_or_may_be_over,
            ),
            _control(when=lambda said: said.controls is not False),
            *_register_cites(),
        ),
    ),
    Line(
        key="small_shareholding",
        when=lambda facts: _own_shares(facts) and not _significant(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER, Duty.ASK_MANAGER),
        cites=(
            _declared(_declare_sentence),
            Cite(
                f"{_REGISTRATION}.6",
                "If in doubt, the employee must seek further clarification from their manager.",
                _small_sentence,
            ),
            ties.LISTED,
        ),
    ),
    Line(
        key="other_dealings",
        when=lambda facts: facts.deals_with_council == "other_dealings" and is_own(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(_declared(_declare_sentence), ties.LISTED),
    ),
    Line(
        key="registered",
        when=lambda facts: (
            facts.deals_with_council in (*_CONTRACTS, "campaigns") and facts.nature != "shareholding" and is_own(facts)
        ),
        gives=Outcome.REGISTER,
        duties=REGISTERED,
        cites=(
            *_register_cites(),
            Cite(
                "financial.1",
                "An employee must advise their manager or director in writing",
                _in_writing_sentence,
                when=lambda said: said.deals_with_council in _CONTRACTS and said.whose == "self",
            ),
        ),
    ),
)

RULE = Rule(
    situation="interest_held",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("significant_shareholding_over", "X8"),
    receivers={Outcome.REGISTER: ("democratic_services",)},
)
