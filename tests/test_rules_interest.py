"""Interests held: what is registered, what is declared, what is neither, on both sides of each boundary."""

import random
from itertools import product

import pytest

from knowledge.errors import Sayable
from knowledge.policies.employee_code_of_conduct.rules.ties import RELATIVES
from knowledge.ruling import assess
from tests.rules_kit import ON, because, clauses, councillor, employee

TELL, REGISTER = {"tell_manager"}, {"tell_manager", "tell_democratic_services"}
ASK = {"tell_manager", "ask_manager"}
SHARES = {
    "whose": "self",
    "nature": "shareholding",
    "deals_with_council": "contract",
    "shareholding_percent": 20,
    "household_percent": 20,
    "controls": False,
}
WORK = {"whose": "self", "nature": "employment", "deals_with_council": "contract"}
CLOSE = {"whose": "relative", "relative_kind": "cousin", "nature": "employment", "deals_with_council": "contract"}


def interest(**facts):
    return employee("interest_held", **facts)


CASES = [
    (WORK, "register", REGISTER, "registered"),
    (WORK | {"deals_with_council": "may_contract"}, "register", REGISTER, "registered"),
    (WORK | {"deals_with_council": "campaigns"}, "register", REGISTER, "registered"),
    (WORK | {"deals_with_council": "other_dealings"}, "declare", TELL, "other_dealings"),
    (WORK | {"deals_with_council": "no"}, "not_required", set(), "no_dealings"),
    (WORK | {"deals_with_council": "no", "in_doubt": True}, "register", REGISTER, "in_doubt"),
    (WORK | {"deals_with_council": "other_dealings", "in_doubt": True}, "register", REGISTER, "in_doubt"),
    (WORK | {"whose": "spouse", "nature": "membership"}, "register", REGISTER, "registered"),
    (WORK | {"whose": "partner", "nature": "other"}, "register", REGISTER, "registered"),
    (CLOSE | {"relative_kind": "spouse"}, "register", REGISTER, "registered"),
    (CLOSE | {"relative_kind": "civil_partner"}, "register", REGISTER, "registered"),
    (CLOSE | {"relative_kind": "partner"}, "register", REGISTER, "registered"),
    (CLOSE | {"relative_kind": "partners_child"}, "declare", TELL, "close"),
    (CLOSE | {"relative_kind": "spouse_or_partner_of_relative"}, "declare", TELL, "close"),
    (CLOSE, "declare", TELL, "close"),
    (CLOSE | {"in_doubt": True}, "declare", TELL, "close"),
    (CLOSE | {"relative_kind": "second_cousin"}, "not_required", set(), "unrelated"),
    (CLOSE | {"deals_with_council": "no"}, "not_required", set(), "no_dealings"),
    (CLOSE | {"deals_with_council": "no", "in_doubt": True}, "declare", TELL, "close"),
    (WORK | {"whose": "friend"}, "declare", TELL, "close"),
    (WORK | {"whose": "household"}, "declare", TELL, "close"),
    (SHARES, "declare", ASK, "small_shareholding"),
    (SHARES | {"shareholding_percent": 20.01}, "register", REGISTER, "significant"),
    (SHARES | {"shareholding_percent": 1, "household_percent": 20.01}, "register", REGISTER, "significant"),
    (SHARES | {"shareholding_percent": 100, "household_percent": 1}, "register", REGISTER, "significant"),
    (SHARES | {"shareholding_percent": 1, "controls": True}, "register", REGISTER, "significant"),
    (SHARES | {"shareholding_percent": 0, "household_percent": 0}, "declare", ASK, "small_shareholding"),
    (SHARES | {"deals_with_council": "other_dealings"}, "declare", ASK, "small_shareholding"),
    (
        SHARES | {"deals_with_council": "other_dealings", "shareholding_percent": 21},
        "register", REGISTER, "significant",
    ),
    (SHARES | {"deals_with_council": "no", "shareholding_percent": 60}, "not_required", set(), "no_dealings"),
    (SHARES | {"in_doubt": True}, "register", REGISTER | ASK, "in_doubt"),
    (SHARES | {"whose": "friend", "shareholding_percent": 60}, "declare", TELL, "close"),
    (SHARES | {"whose": "spouse", "household_percent": 30}, "register", REGISTER, "significant"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "outcome", "duties", "line"), CASES)
def test_an_interest_is_ruled_by_the_first_line_that_holds(facts, outcome, duties, line):
    ruling = interest(**facts)

    assert (ruling.outcome, set(ruling.duties), ruling.lines[0]) == (outcome, duties, line)
    assert (ruling.unknown, ruling.approver) == ((), None)
    receivers = {"register": ("line_manager", "democratic_services"), "declare": ("line_manager",)}
    assert ruling.receivers == receivers.get(outcome, ())


@pytest.mark.parametrize("kind", RELATIVES)
def test_every_relative_in_the_list_counts_and_only_spouse_and_partner_are_registered(kind):
    own = kind in ("spouse", "civil_partner", "partner")
    assert interest(**CLOSE | {"relative_kind": kind}).outcome == ("register" if own else "declare")


UNKNOWN = [
    ({"deals_with_council": "no"}, set()),
    ({"whose": "friend"}, {"deals_with_council"}),
    (WORK | {"deals_with_council": None}, {"deals_with_council"}),
    (WORK | {"nature": None}, {"nature", "shareholding_percent", "household_percent", "controls"}),
    (SHARES | {"household_percent": None}, {"household_percent"}),
    (SHARES | {"household_percent": None, "shareholding_percent": 20.01}, set()),
    (SHARES | {"controls": None}, {"controls"}),
    (SHARES | {"controls": None, "household_percent": 50}, set()),
    (CLOSE | {"relative_kind": None}, {"relative_kind"}),
    (CLOSE | {"nature": None}, set()),
    (WORK | {"deals_with_council": None, "in_doubt": True}, set()),
]


@pytest.mark.parametrize(("facts", "unknown"), UNKNOWN)
def test_only_what_could_change_the_ruling_is_unknown(facts, unknown):
    assert set(interest(**facts).unknown) == unknown


def plain_interest(f):
    """Outcome and duties as SITUATIONS words them, of facts that are all known."""
    whose = f["whose"]
    if whose == "relative" and f["relative_kind"] in ("spouse", "civil_partner", "partner"):
        whose = "spouse"
    if whose == "relative" and f["relative_kind"] == "other":
        return "not_required", frozenset()
    if f["deals_with_council"] == "no" and not f["in_doubt"]:
        return "not_required", frozenset()
    if whose in ("relative", "friend", "household"):
        return "declare", frozenset(TELL)
    shares = f["nature"] == "shareholding"
    large = max(f["shareholding_percent"], f["household_percent"]) > 20 or f["controls"]
    more = {"ask_manager"} if shares and not large else set()
    if f["in_doubt"] or (shares and large):
        return "register", frozenset(REGISTER | more)
    if shares or f["deals_with_council"] == "other_dealings":
        return "declare", frozenset(TELL | more)
    return "register", frozenset(REGISTER)


VALUES = {
    "whose": ["self", "spouse", "partner", "relative", "friend", "household"],
    "relative_kind": ["spouse", "civil_partner", "niece", "other"],
    "nature": ["employment", "shareholding", "membership", "other"],
    "deals_with_council": ["contract", "may_contract", "campaigns", "other_dealings", "no"],
    "shareholding_percent": [20, 20.01],
    "household_percent": [20, 20.01],
    "controls": [True, False],
    "in_doubt": [True, False],
}
STRICT = ["register", "declare", "not_required"]


def test_partly_known_facts_are_ruled_as_every_way_of_filling_them_in_together():
    dice = random.Random(7)
    for _ in range(250):
        known = {name: dice.choice([*values, None]) for name, values in VALUES.items()} | {
            "in_doubt": dice.random() < 0.3
        }
        open_ = [name for name, value in known.items() if value is None]
        ways = list(product(*(VALUES[name] for name in open_)))
        results = {way: plain_interest(known | dict(zip(open_, way, strict=True))) for way in ways}
        outcome = min((result[0] for result in results.values()), key=STRICT.index)
        duties = frozenset.intersection(*(each for got, each in results.values() if got == outcome))
        moving = set()
        for place, name in enumerate(open_):
            sides = {}
            for way, result in results.items():
                sides.setdefault(way[:place] + way[place + 1 :], set()).add(result)
            moving |= {name} if any(len(different) > 1 for different in sides.values()) else set()
        ruling = interest(**known)
        assert (ruling.outcome, frozenset(ruling.duties), set(ruling.unknown)) == (outcome, duties, moving), known


def test_the_register_names_who_enters_it_and_a_declaration_does_not():
    assert "registration-of-interests.3" in clauses(interest(**WORK))
    assert "registration-of-interests.3" not in clauses(interest(**CLOSE))
    assert "financial.1" in clauses(interest(**WORK))
    assert "registration-of-interests.9" in clauses(interest(**CLOSE))


def test_the_sentences_are_in_the_persons_own_facts():
    shares = interest(**SHARES | {"organisation": "Acme", "household_percent": 25})

    assert because(shares, "significant") == (
        "You, your relatives and your household hold 25% of Acme in total, which is over 20%, so the interest is "
        "significant."
    )
    assert because(interest(**CLOSE | {"organisation": "Acme"}), "close").startswith(
        "Your cousin works for Acme, which has a contract with the council"
    )
    assert "not over 20%" in [f.because for f in interest(**SHARES).findings][1]


def test_the_larger_figure_follows_the_value_in_force(monkeypatch):
    from knowledge.values import value

    now = value("significant_shareholding_over", ON)
    lower = type(now)(now.name, 10, now.unit, now.clause, now.words)
    monkeypatch.setattr("knowledge.ruling.value", lambda name, on: lower)
    assert interest(**SHARES | {"shareholding_percent": 10, "household_percent": 10}).outcome == "declare"
    assert interest(**SHARES | {"shareholding_percent": 10.01, "household_percent": 10}).outcome == "register"


def test_school_staff_tell_the_headteacher_and_a_headteacher_the_chair():
    school = {"school_employee": True}
    assert interest(**WORK, **school).receivers == ("headteacher", "democratic_services")
    assert interest(**CLOSE, **school, headteacher=True).receivers == ("chair_of_governors",)
    aided = interest(**CLOSE, **school, school_type="voluntary_aided")
    assert aided.advisory and aided.findings[0].clause == "principles.4"


def test_it_is_not_for_councillors_and_wrong_figures_are_named():
    assert councillor("interest_held", whose="self").outcome == "not_covered"
    for wrong in ({"shareholding_percent": 101}, {"household_percent": -1}, {"whose": "neighbour"}):
        with pytest.raises(Sayable, match=next(iter(wrong))):
            assess("interest_held", "employee", wrong, ON)


@pytest.mark.parametrize("kind", ["cousin", "husband", "step-mother", "sibling"])
@pytest.mark.parametrize(
    "more",
    [{}, {"in_doubt": True}, {"deals_with_council": "other_dealings"}, SHARES, SHARES | {"shareholding_percent": 60}],
)
def test_the_list_of_relatives_is_shown_where_it_makes_a_relative_count_and_never_first(kind, more):
    ruling = interest(**CLOSE | more | {"whose": "relative", "relative_kind": kind})
    listed = [finding for finding in ruling.findings if finding.clause == "registration-of-interests.7"]

    assert len(listed) == 1 and listed[0] is not ruling.findings[0]
    assert listed[0].line in ruling.lines
    assert listed[0].because.endswith("is among the relatives that the Code lists here.")


@pytest.mark.parametrize("facts", [{"deals_with_council": "no"}, {"relative_kind": None}, {"whose": "friend"}])
def test_the_list_is_not_shown_where_nothing_turns_on_it(facts):
    assert "registration-of-interests.7" not in clauses(interest(**CLOSE | facts))


def significant(**facts):
    return [
        f.because for f in interest(**SHARES | {"organisation": "Acme"} | facts).findings if f.line == "significant"
    ]


CONTROL, OVER = "The control that goes with the shares in Acme counts", "Shares in Acme that come to over 20%"


def test_what_makes_shares_significant_is_said_first_and_the_other_only_while_it_is_open():
    small = {"shareholding_percent": 1, "controls": True}
    said = significant(household_percent=1, **small)
    assert said[0].startswith(CONTROL) and not any("20%" in words for words in said)
    said = significant(household_percent=None, **small)
    assert said[0].startswith(CONTROL) and said[1].startswith(OVER)
    said = significant(household_percent=25, **small)
    assert said[0].startswith("You, your relatives and your household hold 25% of Acme")
    assert said[1].startswith(CONTROL)


def test_a_percentage_is_said_without_idle_zeros():
    assert "hold 20% of" in [f.because for f in interest(**SHARES | {"shareholding_percent": 20.0}).findings][1]
    assert "hold 50% of" in significant(household_percent=50.0)[0]


def test_a_doubt_about_what_has_no_dealings_is_not_told_of_dealings():
    ruling = interest(whose="friend", organisation="Acme", deals_with_council="no", in_doubt=True)
    said = [finding.because for finding in ruling.findings]

    assert "You know of the tie with Acme and are in doubt whether it counts, so it is declared." in said
    assert not any("may deal" in words for words in said)
