"""Contractors, personal relationships and decisions about someone's job: every tie, and both sides of each boundary."""

import pytest

from knowledge.policies.employee_code_of_conduct.rules.ties import RELATIVES
from tests.rules_kit import because, clauses, employee

TELL = {"tell_manager"}
WORK = ("lets_contracts", "engages_contractors", "supervises_contractors")
CONTRACTS = [
    *((role, {"whose": "self"}, {"immediately", "in_writing"}) for role in WORK),
    *((role, {"whose": "spouse"}, {"immediately"}) for role in WORK),
    ("lets_contracts", {"whose": "partner"}, {"immediately"}),
    ("lets_contracts", {"whose": "friend"}, {"immediately"}),
    ("lets_contracts", {"whose": "household"}, set()),
    ("lets_contracts", {"whose": "relative", "relative_kind": "second_cousin"}, set()),
    ("none", {"whose": "self"}, {"in_writing"}),
    ("none", {"whose": "spouse"}, set()),
    ("none", {"whose": "friend"}, set()),
    ("none", {"whose": "household"}, set()),
    ("none", {"whose": "relative", "relative_kind": "cousin"}, set()),
    *(("lets_contracts", {"whose": "relative", "relative_kind": kind}, {"immediately"}) for kind in RELATIVES),
]


@pytest.mark.parametrize(("role", "facts", "more"), CONTRACTS)
@pytest.mark.parametrize("nature", [None, "employment", "shareholding", "membership", "other"])
def test_a_tie_with_a_contractor_is_declared_and_at_once_by_those_who_deal_with_contractors(role, facts, more, nature):
    ruling = employee("contract_interest", role=role, nature=nature, contractor="Acme", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", TELL | more, ())
    assert (ruling.receivers, ruling.approver) == (("line_manager",), None)
    assert {"contractors.1", "registration-of-interests.5"} <= set(clauses(ruling))


CONTRACTS_UNKNOWN = [
    ({}, TELL, ("role", "whose", "relative_kind")),
    ({"whose": "household"}, TELL, ()),
    ({"whose": "self"}, TELL | {"in_writing"}, ("role",)),
    ({"whose": "relative"}, TELL, ("role", "relative_kind")),
    ({"role": "none"}, TELL, ("whose",)),
    ({"role": "none", "whose": "relative"}, TELL, ()),
    ({"role": "lets_contracts", "whose": "relative"}, TELL, ("relative_kind",)),
]


@pytest.mark.parametrize(("facts", "duties", "unknown"), CONTRACTS_UNKNOWN)
def test_only_what_changes_how_a_tie_is_declared_is_unknown(facts, duties, unknown):
    ruling = employee("contract_interest", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", duties, unknown)


def test_a_tie_is_named_as_the_person_named_it():
    facts = {"role": "lets_contracts", "whose": "relative", "relative_kind": "cousin", "nature": "employment"}
    ruling = employee("contract_interest", contractor="Acme", **facts)

    assert because(ruling, "contract_work") == (
        "You let contracts, and your cousin works for Acme, so tell your line manager at once."
    )


def test_the_list_of_relatives_is_shown_where_it_makes_a_relative_count_and_never_first():
    facts = {"role": "lets_contracts", "whose": "relative"}
    for kind, words in (("cousin", "Your cousin"), ("wife", "Your spouse"), ("stepmother", "The spouse or partner of")):
        found = employee("contract_interest", relative_kind=kind, **facts).findings
        listed = [finding for finding in found if finding.clause == "registration-of-interests.7"]
        assert [finding.line for finding in listed] == ["contract_work"] and listed[0] is not found[0]
        assert listed[0].because.startswith(words)
        assert listed[0].because.endswith("is among the relatives that the Code lists here.")
    for none in ({"relative_kind": "cousin", "role": "none"}, {"relative_kind": "second_cousin"}, {"whose": "friend"}):
        assert "registration-of-interests.7" not in clauses(employee("contract_interest", **facts | none))


RELATIONSHIPS = [
    ("councillor", True, False, "advice", {"ask_manager"}),
    ("councillor", False, True, "declare", TELL),
    ("supervisee", False, True, "declare", {"tell_senior_manager"}),
    ("supervisee", True, False, "declare", {"tell_senior_manager"}),
    ("same_service_colleague", True, False, "declare", TELL),
    ("same_service_colleague", False, False, "declare", TELL),
    ("other_colleague", True, True, "not_required", set()),
    ("other_colleague", False, False, "not_required", set()),
    ("client", False, True, "declare", TELL),
    ("client", False, False, "not_required", set()),
    ("customer", True, True, "declare", TELL),
    ("customer", True, False, "not_required", set()),
    ("contractor", False, True, "declare", TELL),
    ("contractor", False, False, "declare", TELL),
    ("supplier", False, True, "declare", TELL),
    ("supplier", True, False, "declare", TELL),
]


@pytest.mark.parametrize(("who", "related", "authority", "outcome", "duties"), RELATIONSHIPS)
def test_a_personal_relationship_is_declared_to_whom_the_code_names(who, related, authority, outcome, duties):
    ruling = employee("personal_relationship", related=related, authority=authority, **{"with": who})

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, ())
    receivers = {"tell_manager": ("line_manager",), "tell_senior_manager": ("senior_manager",)}
    assert ruling.receivers == receivers.get(next(iter(duties), ""), ())


RELATIONSHIPS_UNKNOWN = [
    ({}, "declare", set(), ("with", "related", "authority")),
    ({"with": "councillor"}, "declare", TELL, ("related",)),
    ({"with": "client"}, "declare", TELL, ("authority",)),
    ({"with": "contractor"}, "declare", TELL, ()),
    ({"with": "other_colleague"}, "not_required", set(), ()),
    ({"with": "supervisee"}, "declare", {"tell_senior_manager"}, ()),
]


@pytest.mark.parametrize(("facts", "outcome", "duties", "unknown"), RELATIONSHIPS_UNKNOWN)
def test_only_what_changes_to_whom_it_is_declared_is_unknown(facts, outcome, duties, unknown):
    ruling = employee("personal_relationship", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, unknown)


def test_conduct_at_work_is_shown_with_every_relationship_but_that_with_a_councillor():
    for who in ("supervisee", "same_service_colleague", "other_colleague", "client", "supplier"):
        assert "personal-relationships.5" in clauses(employee("personal_relationship", **{"with": who}))
    assert "personal-relationships.5" not in clauses(employee("personal_relationship", **{"with": "councillor"}))


SCHOOL = [({"school_employee": True}, "headteacher"), ({"headteacher": True}, "chair_of_governors")]


@pytest.mark.parametrize(("school", "head"), SCHOOL)
def test_in_a_school_the_head_stands_for_managers_of_any_rank_and_councillors_are_governors(school, head):
    supervised = employee("personal_relationship", **{"with": "supervisee"} | school)
    governor = employee("personal_relationship", related=False, **{"with": "councillor"} | school)

    assert (supervised.duties, supervised.receivers) == (("tell_senior_manager",), (head,))
    assert governor.receivers == (head,)
    assert "a governor" in because(governor, "councillor")


JOBS = ("appointment", "discipline", "promotion", "pay", "conditions", "recruitment")
RECUSED = {"recuse", "tell_manager"}


@pytest.mark.parametrize("decision", [*JOBS, None])
@pytest.mark.parametrize("relation", ["relative", "partner", "friend", "personal_relationship"])
def test_nobody_takes_part_in_a_decision_on_someone_close_whatever_the_decision(relation, decision):
    ruling = employee("recruitment_conflict", relation=relation, decision=decision)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", RECUSED, ())
    assert ruling.receivers == ("line_manager",)
    assert "take no part in it and tell your line manager" in because(ruling, "close")


@pytest.mark.parametrize("decision", JOBS)
def test_a_cousin_is_related_to_an_applicant_and_otherwise_no_relative_in_this_section(decision):
    ruling = employee("recruitment_conflict", relation="cousin", decision=decision)

    if decision in ("appointment", "recruitment"):
        assert (ruling.outcome, set(ruling.duties)) == ("declare", RECUSED)
        assert clauses(ruling) == ["personal-relationships.10"]
    else:
        assert (ruling.outcome, set(ruling.duties)) == ("advice", {"ask_manager"})
        assert clauses(ruling) == ["personal-relationships.2", "registration-of-interests.7"]
        assert "take no part" in because(ruling, "cousin")


def test_the_decision_is_asked_for_a_cousin_and_nothing_is_asked_of_an_acquaintance():
    cousin = employee("recruitment_conflict", relation="cousin")

    assert (cousin.outcome, set(cousin.duties), cousin.unknown) == ("declare", RECUSED, ("decision",))
    assert because(cousin, "cousin_applies").startswith("If an appointment concerns your cousin")
    acquaintance = employee("recruitment_conflict", relation="acquaintance")
    assert (acquaintance.outcome, acquaintance.duties, acquaintance.unknown) == ("not_required", (), ())
    assert employee("recruitment_conflict").unknown == ("relation", "decision")


CITED = [
    ("friend", "pay", ["personal-relationships.1"]),
    ("relative", "appointment", ["personal-relationships.1", "personal-relationships.10"]),
    ("partner", "promotion", ["personal-relationships.1", "personal-relationships.11"]),
    ("personal_relationship", "appointment", ["personal-relationships.10"]),
    ("personal_relationship", "discipline", ["personal-relationships.11"]),
]


@pytest.mark.parametrize(("relation", "decision", "cited"), CITED)
def test_only_passages_that_name_the_tie_and_the_decision_are_quoted(relation, decision, cited):
    assert clauses(employee("recruitment_conflict", relation=relation, decision=decision)) == cited


def test_while_nobody_is_named_it_is_said_that_it_depends_on_who_it_is():
    assert [finding.because for finding in employee("personal_relationship").findings] == [
        "What has to be declared depends on who it is, and a personal relationship with a councillor is declared to "
        "your line manager."
    ]
    related = employee("personal_relationship", related=True)
    assert because(related, "supervisee").startswith("It depends on who it is, and if you are related to someone you")
