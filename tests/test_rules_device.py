import re

import pytest

from knowledge.clauses import load_library
from tests.rules_kit import because, clauses, councillor, employee

REPORT = {"immediately", "report_digital_services", "report_head_legal", "keep_evidence"}
BOTH = ("digital_services", "head_of_legal")

CASES = [
    ("council", "none", "report", REPORT | {"do_not_reset_device"}),
    ("council", "council", "report", REPORT | {"do_not_reset_device"}),
    ("council", "constituents", "report", REPORT | {"do_not_reset_device"}),
    ("own", "council", "report", REPORT),
    ("own", "constituents", "report", REPORT),
    ("own", "party", "report", REPORT),
    ("own", "none", "not_required", set()),
]


@pytest.mark.parametrize(("owner", "data_of", "outcome", "duties"), CASES)
def test_a_councillors_device_is_reported_unless_it_is_their_own_without_data(owner, data_of, outcome, duties):
    ruling = councillor("device_lost", owner=owner, data_of=data_of)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, ())
    assert ruling.receivers == (BOTH if outcome == "report" else ())
    assert ruling.approver is None


def test_a_councillors_report_comes_first_and_in_the_order_of_doing():
    ruling = councillor("device_lost", device="ipad", owner="council", data_of="none")

    assert ruling.duties == (
        "immediately", "report_digital_services", "report_head_legal", "do_not_reset_device", "keep_evidence",
    )  # fmt: skip
    assert clauses(ruling)[:4] == ["5.16", "4.6", "5.17", "5.15"]
    assert "reset" in ruling.findings[1].because


def test_with_nothing_known_a_councillor_reports_and_only_owner_and_data_could_change_that():
    ruling = councillor("device_lost")

    assert (ruling.outcome, set(ruling.duties), ruling.receivers) == ("report", REPORT, BOTH)
    assert ruling.unknown == ("owner", "data_of")
    assert because(ruling, "report") == (
        "Your device is missing and may be the council's or have data on it that is not your own, so report it at once "
        "to Digital Services and to the Head of Legal and Democratic Services."
    )


NOT_CERTAIN = [
    ({"data_of": "none"}, "is lost and may be the council's, so report it", "may count as one."),
    ({"owner": "own"}, "is lost and may have data on it that is not your own, so report it", "may count as one."),
    ({"data_of": "party"}, "is lost, with your party's data on it, so report it", "counts as one."),
    ({"owner": "council"}, "is lost, so report it", "counts as one."),
]


@pytest.mark.parametrize(("facts", "happened", "incident"), NOT_CERTAIN)
def test_a_report_that_may_prove_unnecessary_says_what_it_hangs_on(facts, happened, incident):
    ruling = councillor("device_lost", device="laptop", how="lost", **facts)

    assert happened in because(ruling, "report")
    assert next(f.because for f in ruling.findings if f.clause == "5.15").endswith(incident)


def law(**facts):
    ruling = employee("device_lost", device="phone", owner="own", how="lost", **facts)
    return next(f.because for f in ruling.findings if f.clause.startswith("security-and") and "rotection" in f.quote)


def test_nobody_is_told_of_data_that_they_say_is_not_there():
    assert law(data_of="none").startswith("You say that nobody else's data is on your own phone, so this may not apply")
    assert law(data_of="none", personal_data=True).startswith("There is personal data on your own phone")
    assert law().startswith("There may be personal data on your own phone")


def test_a_device_that_is_lost_is_as_much_a_risk_as_a_stolen_one():
    said = [finding.because for finding in employee("device_lost", device="laptop", how="lost").findings]

    assert "A lost laptop is as much a risk as a stolen one, so secure whatever it could reach." in said


def test_whose_data_it_was_is_not_asked_of_a_council_device():
    assert councillor("device_lost", owner="council").unknown == ()
    assert councillor("device_lost", owner="own").unknown == ("data_of",)
    assert councillor("device_lost", data_of="party").unknown == ("owner",)


def test_the_controller_is_named_for_constituents_and_for_council_data_only():
    assert "controller_member" in councillor("device_lost", owner="council", data_of="constituents").lines
    assert "controller_council" in councillor("device_lost", owner="council", data_of="council").lines
    party = councillor("device_lost", owner="council", data_of="party")
    assert not {"controller_member", "controller_council"} & set(party.lines)


def test_how_the_device_was_kept_changes_nothing_and_is_not_judged():
    careless = councillor("device_lost", owner="council", left_unattended=True, in_vehicle=True, overnight=True)
    careful = councillor("device_lost", owner="council", left_unattended=False, in_vehicle=False, overnight=False)

    assert (careless.outcome, careless.duties, careless.lines) == (careful.outcome, careful.duties, careful.lines)
    assert set(careful.findings) < set(careless.findings)
    assert (clauses(careless)[-3:], clauses(careful)[-1]) == (["7.2", "7.2", "7.3"], "7.1")
    for finding in careless.findings[-3:]:
        assert "recorded for the insurer" in finding.because
        assert not re.search("neglect|should have|must not", finding.because)


def test_a_councillor_is_shown_the_care_and_theft_items_of_the_scheme_as_information():
    ruling = councillor("device_lost", owner="council", device="phone", how="stolen")
    care = [finding for finding in ruling.findings if finding.line == "care"]

    assert [finding.clause for finding in care] == ["4.6", "4.6"]
    assert care[0].quote.endswith("(i) take reasonable care to safeguard ICT equipment and software supplied")
    assert care[1].quote == "(iii) protect ICT equipment against theft and unauthorised access"
    assert all("information" in finding.because for finding in care)


def test_no_one_is_told_to_reset_or_wipe_an_id_card():
    ruling = councillor("device_lost", owner="council", device="id_card")

    assert "do_not_reset_device" in ruling.duties
    assert not re.search("reset|wipe", " ".join(finding.because for finding in ruling.findings))


def test_an_own_device_is_a_matter_for_ones_own_insurance_reported_or_not():
    assert clauses(councillor("device_lost", owner="own", data_of="none")) == ["7.5"]
    assert "7.5" in clauses(councillor("device_lost", owner="own", data_of="council"))
    assert "7.5" in clauses(councillor("device_lost", owner="own"))
    assert "7.1" not in clauses(councillor("device_lost", owner="own", data_of="council"))


@pytest.mark.parametrize("facts", [{}, {"owner": "own", "data_of": "none"}, {"owner": "council", "how": "stolen"}])
def test_an_employee_tells_the_manager_whatever_the_facts_and_reads_the_code_alone(facts):
    ruling = employee("device_lost", **facts)

    assert (ruling.outcome, ruling.duties, ruling.unknown) == ("report", ("tell_manager",), ())
    assert ruling.receivers == ("line_manager", "service_desk")
    assert {load_library().get(clause).audience for clause in clauses(ruling)} == {"employee"}
    assert "names no route" in because(ruling, "report")


def test_no_password_is_spoken_of_for_a_card():
    assert "password" in employee("device_lost", device="phone").findings[-1].because
    assert not any("password" in finding.because for finding in employee("device_lost", device="id_card").findings)
