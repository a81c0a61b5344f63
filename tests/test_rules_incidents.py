"""Papers, data, viruses, messages, passwords and faults, for councillors and for employees."""

import random
import re
from functools import partial

import pytest

from knowledge.clauses import load_library
from knowledge.values import value
from tests.rules_kit import because, clauses, councillor, employee
from tests.rules_oracle import disagreements

INCIDENT = {"immediately", "report_digital_services", "report_head_legal", "keep_evidence"}
DESK = "contact_service_desk"
BOTH = ("digital_services", "head_of_legal")
DATA = ("council", "constituents", "party", "none")
SITUATIONS = (
    "papers_lost", "data_breach", "virus_suspected", "suspicious_message", "password_compromised", "equipment_fault",
)  # fmt: skip
DOMAINS = {
    "owner": ("council", "own"),
    "opened": (True, False),
    "damaged": (True, False),
}
OTHERS = {
    "personal_data": (True, False),
    "data_of": DATA,
    "device": ("ipad", "laptop", "phone", "id_card", "removable_media", "other"),
    "what": ("my casework", "an email"),
    "how": ("lost", "stolen", "sent to the wrong list"),
    "where": ("on the train",),
    "when": ("2026-11-21", "2026-11-21T22:10"),
    "password_shared_with": ("my PA",),
}


def plain(situation):
    """What SITUATIONS says of a councillor's incident whose facts are known."""

    def papers_or_data(f):
        return "report", INCIDENT

    def virus(f):
        return "report", INCIDENT | {"power_off", DESK}

    def message(f):
        return virus(f) if f["opened"] else ("report", INCIDENT | {DESK})

    def password(f):
        return "report", INCIDENT | {"change_password", DESK}

    def fault(f):
        if f["owner"] == "own":
            return "not_required", set()
        return "report", {DESK} | (INCIDENT if f["damaged"] else set())

    return dict(zip(SITUATIONS, (papers_or_data, papers_or_data, virus, message, password, fault), strict=True))[
        situation
    ]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_councillors_incident_is_ruled_as_by_trying_every_filling(situation):
    assess = partial(councillor, situation)

    assert disagreements(assess, plain(situation), DOMAINS, opened=False, damaged=False) == []


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_employees_incident_is_ruled_as_by_trying_every_filling(situation):
    assess = partial(employee, situation)

    assert disagreements(assess, lambda f: ("report", {"tell_manager"}), DOMAINS, opened=False, damaged=False) == []


@pytest.mark.parametrize("assess", [councillor, employee])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_happened_and_whose_data_it_was_change_no_outcome_and_no_duty(situation, assess):
    dice = random.Random(situation)
    for _ in range(60):
        facts = {name: dice.choice((None, *values)) for name, values in DOMAINS.items()}
        more = {name: dice.choice((None, *values)) for name, values in OTHERS.items()}
        bare, told = assess(situation, **facts), assess(situation, **facts, **more)

        assert (told.outcome, told.duties, told.unknown, told.receivers) == (
            bare.outcome, bare.duties, bare.unknown, bare.receivers,
        ), more  # fmt: skip


RECEIVERS = [
    ("papers_lost", {}, BOTH),
    ("data_breach", {}, BOTH),
    ("virus_suspected", {}, BOTH),
    ("suspicious_message", {}, ("service_desk", *BOTH)),
    ("suspicious_message", {"opened": True}, ("service_desk", *BOTH)),
    ("password_compromised", {}, ("service_desk", *BOTH)),
    ("equipment_fault", {}, ("service_desk",)),
    ("equipment_fault", {"damaged": True}, ("service_desk", *BOTH)),
    ("equipment_fault", {"owner": "council", "damaged": True}, ("service_desk", *BOTH)),
    ("equipment_fault", {"owner": "own", "damaged": True}, ()),
    ("equipment_fault", {"owner": "own"}, ()),
]


@pytest.mark.parametrize(("situation", "facts", "receivers"), RECEIVERS)
def test_a_councillors_incident_goes_to_the_offices_of_the_table(situation, facts, receivers):
    ruling = councillor(situation, **facts)

    assert (ruling.receivers, ruling.approver) == (receivers, None)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_employees_incident_goes_to_the_manager_and_the_service_desk_and_says_that_no_route_is_named(situation):
    ruling = employee(situation)

    assert ruling.receivers == ("line_manager", "service_desk")
    assert employee(situation, school_employee=True).receivers == ("headteacher", "service_desk")
    assert {load_library().get(clause).audience for clause in clauses(ruling)} == {"employee"}
    said = [finding.because for finding in ruling.findings]
    assert sum("the Code names no route for reporting that, tell your line manager" in each for each in said) == 1


def test_what_to_do_first_stands_first():
    assert councillor("virus_suspected").duties[0] == "power_off"
    assert "Power off your device first" in councillor("virus_suspected").findings[0].because
    assert councillor("password_compromised").duties[0] == "change_password"
    assert "change it now" in councillor("password_compromised").findings[0].because
    assert "change it now" in employee("password_compromised").findings[0].because
    assert councillor("equipment_fault", damaged=True).findings[0].clause == "5.16"


def test_a_message_that_was_opened_is_treated_as_a_virus_and_one_of_which_nothing_is_known_is_not():
    opened, not_opened, nothing = (councillor("suspicious_message", opened=each) for each in (True, False, None))

    assert opened.findings[0].because == because(councillor("virus_suspected"), "report")
    assert "power_off" in opened.duties
    assert not_opened == nothing
    assert "power" not in " ".join(finding.because for finding in nothing.findings).lower()


CITED = [
    ("papers_lost", {}, {"5.15", "5.16", "5.17", "5.18"}),
    ("data_breach", {}, {"5.15", "5.16", "5.17", "5.27", "5.33"}),
    ("virus_suspected", {}, {"5.15", "5.16", "5.17", "12.4"}),
    ("suspicious_message", {}, {"5.3", "5.16", "5.17", "12.4"}),
    ("password_compromised", {}, {"5.15", "5.16", "5.17", "5.21-it-access", "12.1", "12.3"}),
    ("equipment_fault", {"owner": "council"}, {"4.6", "12.7"}),
    ("equipment_fault", {"owner": "council", "damaged": True}, {"4.6", "5.15", "5.16", "5.17", "7.1", "12.7"}),
    ("equipment_fault", {"owner": "own"}, {"12.8"}),
    ("equipment_fault", {"owner": "own", "damaged": True}, {"7.5", "12.8"}),
]


@pytest.mark.parametrize(("situation", "facts", "expected"), CITED)
def test_a_councillors_incident_cites_its_clauses(situation, facts, expected):
    assert set(clauses(councillor(situation, **facts))) == expected


SECURITY = "security-and-use-of-computer-data-or-equipment"
CARE = "care-and-use-of-our-resources.1"
CONFIDENTIAL = "use-of-information-and-confidentiality.4"


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        ("papers_lost", {f"{SECURITY}.2", f"{SECURITY}.3", CONFIDENTIAL}),
        ("data_breach", {f"{SECURITY}.2", f"{SECURITY}.3", CONFIDENTIAL}),
        ("virus_suspected", {CARE, f"{SECURITY}.1", f"{SECURITY}.2", f"{SECURITY}.3"}),
        ("suspicious_message", {CARE, f"{SECURITY}.1", f"{SECURITY}.3"}),
        ("password_compromised", {f"{SECURITY}.1", f"{SECURITY}.3"}),
        ("equipment_fault", {CARE, f"{SECURITY}.3"}),
    ],
)
def test_an_employees_incident_cites_the_codes_clauses_on_care_and_data(situation, expected):
    assert set(clauses(employee(situation))) == expected


@pytest.mark.parametrize("situation", ["papers_lost", "data_breach"])
@pytest.mark.parametrize("data_of", DATA)
def test_the_controller_is_named_where_the_scheme_names_one(situation, data_of):
    lines = set(councillor(situation, data_of=data_of).lines)

    expected = {"constituents": {"controller_member"}, "council": {"controller_council"}}.get(data_of, set())
    assert lines - {"report"} == expected


def test_personal_data_in_papers_adds_the_clause_on_disclosure_and_papers_without_any_do_not():
    assert "5.27" in clauses(councillor("papers_lost", personal_data=True))
    assert "5.27" in clauses(councillor("papers_lost", data_of="party"))
    assert "5.27" not in clauses(councillor("papers_lost", personal_data=False, data_of="none"))
    assert "5.27" not in clauses(councillor("papers_lost"))


def test_the_password_rule_is_told_from_the_dated_figures(monkeypatch):
    told = [finding.because for finding in councillor("password_compromised").findings]
    assert "So the new one needs 8 characters or more, of 3 of the kinds named here." in told

    def longer(name, on):
        found = value(name, on)
        if found.unit == "reading":
            return found
        return type(found)(found.name, found.amount + 4, found.unit, found.clause, found.words)

    monkeypatch.setattr("knowledge.ruling.value", longer)
    told = [finding.because for finding in councillor("password_compromised").findings]
    assert "So the new one needs 12 characters or more, of 7 of the kinds named here." in told


NAMED = [
    ("papers_lost", {"what": "my casework file", "how": "stolen"}, "Your casework file was stolen, so report this"),
    ("papers_lost", {"what": "two folders", "how": "lost"}, "The two folders are lost, so report this"),
    ("papers_lost", {"what": "I left my notes on the train"}, "The papers are missing, so report this"),
    ("papers_lost", {"what": "\u202e"}, "The papers are missing, so report this"),
    ("data_breach", {"what": "a list of tenants"}, "The list of tenants may have reached somebody"),
    ("data_breach", {"what": "files"}, "The files may have reached somebody who should not have access, so report"),
    ("data_breach", {"what": "I emailed the wrong person"}, "Information may have reached somebody"),
    ("data_breach", {"data_of": "constituents"}, "Your constituents' data may have reached somebody"),
    ("data_breach", {"personal_data": True}, "Personal data may have reached somebody"),
    ("virus_suspected", {"device": "laptop", "owner": "own"}, "Power off your own laptop first"),
    ("suspicious_message", {"what": "an email from my bank"}, "The email from your bank causes you concern"),
    ("password_compromised", {"password_shared_with": "my PA"}, "Your PA may know your password"),
    ("password_compromised", {"password_shared_with": "boss"}, "Your boss may know your password"),
    ("password_compromised", {"password_shared_with": "Line manager"}, "Your line manager may know your password"),
    ("password_compromised", {"password_shared_with": "a colleague"}, "A colleague may know your password"),
    ("password_compromised", {"password_shared_with": "Sarah"}, "Sarah may know your password"),
    ("password_compromised", {}, "Somebody else may know your password"),
    ("equipment_fault", {"device": "phone", "owner": "council"}, "The phone is the council's, so tell"),
    ("equipment_fault", {"device": "phone"}, "If the phone is the council's, tell"),
    ("equipment_fault", {"device": "phone", "owner": "own"}, "The phone is your own, so the Service Desk can't"),
]


@pytest.mark.parametrize(("situation", "facts", "words"), NAMED)
def test_a_councillors_findings_speak_of_their_own_incident(situation, facts, words):
    assert councillor(situation, **facts).findings[0].because.startswith(words)


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("assess", [councillor, employee])
def test_nobody_is_judged(situation, assess):
    said = " ".join(finding.because for finding in assess(situation, opened=True, damaged=True).findings)

    assert not re.search("neglect|you should have|your fault|careless|blame", said)


def test_several_files_are_spoken_of_in_words_that_fit_any_number():
    known = councillor("data_breach", what="two files", personal_data=True)
    said = [finding.because for finding in known.findings]

    assert "Personal data was involved, which is why it is reported before anything else is looked into." in said
    assert because(employee("data_breach", what="files"), "report").startswith(
        "The files may have reached somebody who should not have access, and as the Code names no route"
    )
    assert because(employee("password_compromised", password_shared_with="boss"), "report").startswith("Your boss may")
