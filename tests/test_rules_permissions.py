"""What needs a yes before it is done: recording, alcohol, a political group, what belongs to the council."""

import pytest

from tests.rules_kit import because, clauses, councillor, employee

SENIOR = [
    ("meeting_recording", {"senior_manager_approval", "announce_at_start"}),
    ("alcohol_on_premises", {"senior_manager_approval"}),
]


@pytest.mark.parametrize(("situation", "duties"), SENIOR)
def test_recording_and_alcohol_need_the_approval_of_a_senior_manager(situation, duties):
    ruling = employee(situation)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("approval", duties, ())
    assert (ruling.approver, ruling.receivers) == ("senior_manager", ())
    assert "a senior manager" in ruling.findings[0].because


@pytest.mark.parametrize(("situation", "duties"), SENIOR)
def test_in_a_school_they_need_that_of_the_head(situation, duties):
    for facts, word in (({"school_employee": True}, "headteacher"), ({"headteacher": True}, "chair_of_governors")):
        ruling = employee(situation, **facts)
        assert (ruling.approver, set(ruling.duties)) == (word, duties)
        assert "senior manager" not in ruling.findings[0].because


def test_a_recording_names_the_meeting():
    ruling = employee("meeting_recording", meeting="my grievance hearing", purpose="notes", when="2026-12-01T10:00")

    assert because(ruling, "authorised") == (
        "You want to record your grievance hearing, so you need a yes from a senior manager first."
    )
    assert clauses(ruling)[-1] == "electronic-recording.2"


@pytest.mark.parametrize("activity", ["advise", "attend_meeting", None])
def test_advice_to_a_political_group_and_its_meetings_both_need_express_consent(activity):
    ruling = employee("political_group_work", group="the Green group", activity=activity)

    assert (ruling.outcome, ruling.duties, ruling.unknown) == ("approval", ("manager_approval",), ())
    assert ruling.approver == "line_manager"
    assert "the express consent of your line manager" in because(ruling, "consent")
    assert ("political-neutrality.1" in clauses(ruling)) == (activity != "attend_meeting")


RESOURCES = [
    ("council_business", False, "not_required", ()),
    ("council_business", True, "approval", ()),
    ("council_business", None, "approval", ("for_other_business",)),
    ("personal", False, "approval", ()),
    ("personal", None, "approval", ()),
    ("personal_business", False, "approval", ()),
    ("party_political", False, "approval", ()),
    ("occasional_personal_internet", False, "not_required", ()),
    ("occasional_personal_internet", True, "approval", ()),
    (None, True, "approval", ()),
    (None, False, "approval", ("purpose",)),
    (None, None, "approval", ("purpose", "for_other_business")),
]


@pytest.mark.parametrize(("purpose", "other", "outcome", "unknown"), RESOURCES)
def test_what_belongs_to_the_council_needs_a_yes_for_all_but_its_business(purpose, other, outcome, unknown):
    ruling = employee("use_of_council_resources", resource="the van", purpose=purpose, for_other_business=other)

    asked = outcome == "approval"
    assert (ruling.outcome, ruling.unknown) == (outcome, unknown)
    assert (ruling.duties, ruling.approver) == ((("manager_approval",), "line_manager") if asked else ((), None))


OF_THE_COUNCIL = [
    "council meeting notes", "Council Business", "the planning committee", "work", "a site visit", "casework",
    "a training course for the job", "to work on the budget", "a third-party contract meeting",
]  # fmt: skip
OF_ONES_OWN = [
    "moving house", "running a raffle", "to move my sofa", "my own work", "a second job", "not council work",
    "it isn't for work", "my sister's council house", "driving to work", "after work", "a church meeting",
    "working out", "a work out", "my job interview", "for my job interview", "a political meeting", "?",
]  # fmt: skip


@pytest.mark.parametrize("purpose", OF_THE_COUNCIL)
def test_a_purpose_in_words_of_council_work_counts_as_the_councils_business(purpose):
    said = employee("use_of_council_resources", purpose=purpose, for_other_business=False)

    assert (said.outcome, said.unknown) == ("not_required", ())
    assert said == employee("use_of_council_resources", purpose="council_business", for_other_business=False)
    assert employee("use_of_council_resources", purpose=purpose).unknown == ("for_other_business",)


@pytest.mark.parametrize("purpose", OF_ONES_OWN)
def test_a_purpose_in_any_other_words_is_ones_own_and_needs_a_yes(purpose):
    for other in (False, None):
        said = employee("use_of_council_resources", purpose=purpose, for_other_business=other)
        assert (said.outcome, said.unknown, said.approver) == ("approval", (), "line_manager")
        assert "for a personal purpose" in because(said, "personal")


def test_a_purpose_that_is_not_given_is_still_open():
    said = employee("use_of_council_resources", for_other_business=False)

    assert said.unknown == ("purpose",)
    assert because(said, "personal").startswith("If it is for a purpose of your own")


def test_private_business_is_never_done_by_email_and_the_internet_may_be_used_within_limits():
    assert "email.1" in clauses(employee("use_of_council_resources", purpose="personal_business"))
    internet = employee("use_of_council_resources", purpose="occasional_personal_internet", for_other_business=False)
    assert clauses(internet) == ["email.4", "email.5"]


@pytest.mark.parametrize("situation", ["meeting_recording", "alcohol_on_premises", "political_group_work"])
def test_none_of_these_is_covered_for_councillors(situation):
    assert councillor(situation).outcome == "not_covered"
