"""Reviews of declarations: who may ask whom, what each side sees, and what happens by itself."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import select

from bot.people import LocalDirectory, demo_directory
from dialogs.campaign_dates import END, LAST, WEEK, next_step, reminded_on, step_now, steps
from dialogs.campaign_groups import may_ask, read_group
from dialogs.people import Person
from dialogs.reminding import remind_all
from dialogs.replies import from_json
from knowledge.errors import Sayable
from storage import audit, campaigns
from storage.tables import Audit
from tests.battery_kit import listening, one_engine  # noqa: F401
from tests.town import LONDON

ASK = "ask Helen Osei and Dev Patel for their declarations by 18 December"
NOW = datetime(2026, 11, 30, 10, tzinfo=LONDON)
EMPLOYEES = [p for p in demo_directory().everybody() if p.audience == "employee"]


@pytest.fixture
async def town(tmp_path):
    async with listening(tmp_path, now=NOW) as running:
        await running.opens("helen")
        yield running


async def heard(town, who, *lines) -> str:
    """Say something, line by line; gives what is said to the same person in return to the last."""
    for words in lines:
        mark = len(town.chat(who).log)
        await town.say(who, words)
    return " ".join(town.texts(who, mark).split())


async def started(town, words=ASK, who="sian"):
    await heard(town, who, words, "yes")


def by_itself(town, day: str, directory=None) -> int:
    moment = datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=LONDON)
    with town.store.write() as session:
        return remind_all(session, moment, directory or town.directory)


def told(town, who: str, template: str) -> list[str]:
    to = town.person(who).id
    return [from_json(n.body).text for n in town.notices() if n.template == template and n.to_person == to]


def reviews(town, who="sian", state=None):
    with town.store.read() as session:
        return campaigns.of_owner(session=session, owner=town.person(who).id, state=state)


# Who may ask whom


DIRECTORY = demo_directory()


@pytest.mark.parametrize("who", ["sian", "megan", "audit", "demi"])
def test_managers_auditors_and_democratic_services_may_ask(who):
    assert may_ask(DIRECTORY, DIRECTORY.by_key(who))


@pytest.mark.parametrize("who", ["amy", "helen", "rhys", "digi"])
def test_employees_hr_editors_and_councillors_may_not_ask(who):
    assert not may_ask(DIRECTORY, DIRECTORY.by_key(who))


def test_a_stranger_may_ask_nobody_whatever_they_are_called():
    assert not may_ask(DIRECTORY, Person("x", "Sian Morgan", "employee", roles=("manager",), known=False))


def asked(who: str, words: str) -> list[str]:
    return [p.key for p in read_group(DIRECTORY, DIRECTORY.by_key(who), words).people]


@pytest.mark.parametrize(
    ("who", "words", "keys"),
    [
        ("megan", "my team", ["amy"]),
        ("audit", "Highways", ["amy", "megan"]),
        ("audit", "everybody in highways", ["amy", "megan"]),
        ("audit", "the highways team", ["amy", "megan"]),
        ("audit", "Highwyas", ["amy", "megan"]),
        ("demi", "Amy Price and Ben Shah", ["amy", "ben"]),
        ("demi", "Amy, Ben", ["amy", "ben"]),
        ("megan", "Highways", ["amy"]),
    ],
)
def test_a_group_is_read_as_people_say_it(who, words, keys):
    assert asked(who, words) == keys


def test_everybody_is_every_employee_and_no_councillor():
    everybody = asked("audit", "all employees")
    assert len(everybody) == len(EMPLOYEES) and not {"rhys", "nia"} & set(everybody)


def test_a_manager_is_told_how_many_are_not_theirs_to_ask():
    assert read_group(DIRECTORY, DIRECTORY.by_key("megan"), "Highways").not_theirs == 1


def test_names_that_lead_to_nobody_are_told_rather_than_lost():
    group = read_group(DIRECTORY, DIRECTORY.by_key("audit"), "Amy Price and Jon Smth")
    assert [p.key for p in group.people] == ["amy"] and group.unknown == ("Jon Smth",)


@pytest.mark.parametrize(("who", "words"), [("megan", "Social care"), ("audit", "the moon"), ("audit", "")])
def test_a_group_of_nobody_is_refused_with_what_can_be_said_instead(who, words):
    with pytest.raises(Sayable) as refused:
        read_group(DIRECTORY, DIRECTORY.by_key(who), words or "nobody at all")
    assert "ask" in str(refused.value) or "can name" in str(refused.value)


# The dates


def test_reminders_come_a_week_before_the_end_and_on_the_last_working_day():
    start, end = datetime(2026, 11, 30).date(), datetime(2026, 12, 18).date()
    assert [(what, at.isoformat()) for what, at in steps(start, end, None)] == [
        (WEEK, "2026-12-11T09:30:00"), (LAST, "2026-12-18T09:30:00"), (END, "2026-12-21T09:30:00"),
    ]  # fmt: skip


@pytest.mark.parametrize("ends", ["2026-12-12", "2026-12-13", "2026-12-20", "2027-01-01"])
@pytest.mark.parametrize("starts", ["2026-11-30", "2026-12-01", "2026-12-05"])
def test_nothing_of_a_review_falls_on_a_weekend_or_before_its_start(starts, ends):
    start, end = datetime.fromisoformat(starts).date(), datetime.fromisoformat(ends).date()
    days = [at.date() for _, at in steps(start, end, None)]
    assert all(day.weekday() < 5 and day > start for day in days) and days == sorted(set(days))
    assert days[-1] > end and all(day <= end for day in reminded_on(start, end))


def test_what_was_missed_while_the_bot_was_down_is_not_made_up_for():
    start, end = datetime(2026, 11, 30).date(), datetime(2026, 12, 18).date()
    late = datetime(2026, 12, 21, 12, tzinfo=LONDON)
    assert step_now(start, end, late) == END
    assert next_step(start, end, late) == (None, None)


# In the chat


async def test_nothing_is_sent_before_the_yes_and_a_no_leaves_nothing(town):
    said = await heard(town, "sian", ASK)
    assert "I'd ask 2 people" in said and "Helen Osei and Dev Patel" in said and "Shall I start it?" in said
    assert "Nothing was started" in await heard(town, "sian", "no")
    assert reviews(town) == [] and town.notices() == []


async def test_a_yes_to_something_else_starts_no_review(town):
    await heard(town, "sian", ASK, "what counts as a relative?")
    await heard(town, "sian", "yes")
    assert reviews(town) == []


async def test_more_than_ten_people_are_counted_and_not_named(town):
    said = await heard(town, "audit", "start a declarations review for everybody until 18 December")
    assert f"I'd ask {len(EMPLOYEES)} people" in said and "all employees" in said and "Amy Price" not in said


@pytest.mark.parametrize("words", [ASK, "start a declarations review for Highways until 18 December"])
async def test_nobody_else_starts_a_review_with_the_same_words(town, words):
    await heard(town, "amy", words, "yes")
    await heard(town, "helen", words, "yes")
    assert reviews(town, "amy") == reviews(town, "helen") == []


@pytest.mark.parametrize("words", ["I need to fill in my annual declaration", "I have to do my declaration form"])
async def test_a_manager_who_wants_to_declare_is_in_the_declaration(town, words):
    assert "How do you work for the council?" in await heard(town, "megan", words)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("ask my team for their declarations by Friday week", "megan"),
        ("please start a declarations review for my team until 11 December", "megan"),
        ("Start a review of declarations until 11 December for Highways", "audit"),
        ("can you ask everyone in Highways to fill in their declaration forms by 11 December", "audit"),
        ("collect declarations from Highways by 11/12", "demi"),
        ("I'd like to start an annual declarations campaign for Highways ending 11 December", "audit"),
    ],
)
async def test_a_review_is_started_in_many_words(town, words, who):
    assert "by Friday 11 December" in await heard(town, who, words)
    await heard(town, who, "start it")
    assert len(reviews(town, who)) == 1


async def test_the_same_group_is_not_asked_twice_by_the_same_person(town):
    await started(town)
    assert "You have an open review for Helen Osei and Dev Patel already" in await heard(town, "sian", ASK, "yes")
    assert len(reviews(town)) == 1


async def test_whoever_never_opened_the_chat_is_told_about_and_gets_the_message_when_they_do(town):
    said = await heard(town, "sian", ASK, "yes")
    assert "Dev Patel has never opened this chat" in said
    mark = len(town.chat("dev").log)
    await town.opens("dev")
    assert "Sian Morgan asks for your declaration" in town.texts("dev", mark)


async def test_one_answer_serves_every_review_that_asks(town):
    await started(town)
    await started(town, "ask Helen Osei for her declaration by 11 December", "audit")
    said = await heard(town, "helen", "nothing to declare", "yes")
    assert "It answers the review that Aled Audit and Sian Morgan asked you for." in said
    assert told(town, "audit", "review_complete") and not told(town, "sian", "review_complete")


async def test_nil_takes_one_press_and_one_yes_and_what_was_declared_before_is_remembered(town):
    await heard(town, "helen", "I'm an agency worker and need to fill in a declaration", "your declaration form", "no")
    await heard(town, "helen", "yes", "yes")
    assert [r.answers["worker_kind"] for r in town.records()] == ["agency"]
    await started(town)
    await town.press("helen", "Nothing to declare")
    await town.press("helen", "File it")
    record = town.records()[-1]
    assert (record.kind, record.answers["nil"], record.answers["worker_kind"]) == ("declaration", True, "agency")


async def test_what_was_open_is_set_aside_for_the_answer_and_can_be_resumed(town):
    await started(town)
    await heard(town, "helen", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair")
    mark = len(town.chat("helen").log)
    await town.press("helen", "I have something to declare")
    assert "I've set aside the two tickets" in town.texts("helen", mark)
    await heard(town, "helen", "cancel")
    assert "Back to the two tickets" in await heard(town, "helen", "resume")


async def test_not_now_in_the_middle_of_something_else_parks_that(town):
    await started(town)
    await heard(town, "helen", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair")
    assert "Parked" in await heard(town, "helen", "not now")
    assert "You can answer until Friday 18 December" in await heard(town, "helen", "not now")


@pytest.mark.parametrize("words", ["nothing to declare", "I have something to declare", "not now"])
async def test_words_of_an_answer_are_no_answer_of_somebody_who_is_not_asked(town, words):
    await started(town)
    assert "review" not in await heard(town, "amy", words)


async def test_an_owner_never_reads_what_was_declared_in_anything_a_review_shows(town):
    await started(town, "ask Helen Osei for her declaration by 18 December", "audit")
    await heard(town, "helen", "I have something to declare", "employee", "no", "yes", "I breed prize ferrets", "yes")
    for words in ("who has answered?", "who has not answered?", "how is the review going?", "DEC-2026-0001"):
        assert "ferret" not in await heard(town, "audit", words)
    assert "Helen Osei: something declared, DEC-2026-0001" in await heard(town, "audit", "who has answered?")
    with town.store.read() as session:
        assert audit.verify(session=session) is None
        acts = [row.act for row in session.exec(select(Audit).order_by(Audit.id))]
        assert "ferret" not in str([row.detail for row in session.exec(select(Audit))])
    assert acts == ["release_met", "review_started", "filed", "review_answered"]


async def test_a_long_list_is_shown_page_by_page(tmp_path):
    demo = demo_directory()
    many = [replace(demo.by_key("amy"), id=f"p{n}", key=f"p{n}", name=f"Person {n:02}") for n in range(33)]
    async with listening(tmp_path, now=NOW, directory=LocalDirectory((*demo.people, *many))) as town:
        await started(town, "ask my team for their declarations by 18 December", "megan")
        first = await heard(town, "megan", "who has not answered?")
        assert "0 of 34 people have answered" in first and first.count("Person") == 14
        second, third = await heard(town, "megan", "more"), await heard(town, "megan", "more")
        assert (second.count("Person"), third.count("Person")) == (15, 4)
        assert "more" in second and "Say “more”" not in third


async def test_several_open_reviews_are_told_apart(town):
    await started(town, "start a declarations review for Highways until 18 December", "audit")
    await started(town, "start a declarations review for Legal until 11 December", "audit")
    assert "Which one: Legal or Highways?" in await heard(town, "audit", "who has not answered?")
    assert "Not answered: Holly Grant." in await heard(town, "audit", "who has not answered in Legal?")
    assert "Which one" in await heard(town, "audit", "close the review")
    await heard(town, "audit", "close the review for Legal", "yes")
    assert [c.label for c in reviews(town, "audit", "open")] == ["Highways"]


# By itself


async def test_only_those_who_have_not_answered_are_reminded_and_never_on_a_weekend(town):
    await town.opens("dev")
    await started(town)
    await heard(town, "helen", "nothing to declare", "yes")
    assert by_itself(town, "2026-12-05") == 0
    by_itself(town, "2026-12-11")
    assert (len(told(town, "dev", "review_due")), told(town, "helen", "review_due")) == (1, [])
    by_itself(town, "2026-12-12")
    by_itself(town, "2026-12-14")
    assert len(told(town, "dev", "review_due")) == 1
    by_itself(town, "2026-12-18")
    assert len(told(town, "dev", "review_due")) == 2
    await town.settle()
    assert "This is the last reminder." in town.texts("dev")


async def test_a_review_that_was_closed_reminds_nobody(town):
    await started(town)
    await heard(town, "sian", "close the review", "yes")
    by_itself(town, "2026-12-11")
    by_itself(town, "2026-12-21")
    assert told(town, "dev", "review_due") == told(town, "sian", "review_over") == []


async def test_somebody_who_leaves_is_told_about_once_and_no_longer_reminded(town):
    await started(town)
    left = LocalDirectory(tuple(p for p in town.directory.people if p.key != "dev"))
    by_itself(town, "2026-12-11", left)
    by_itself(town, "2026-12-18", left)
    (news,) = told(town, "sian", "review_left")
    assert news.startswith("**Dev Patel is no longer in the council's list of people**")
    assert told(town, "dev", "review_due") == []
    by_itself(town, "2026-12-21", left)
    (over,) = told(town, "sian", "review_over")
    assert "1 of 2 hasn't answered: Helen Osei." in over
    assert over.endswith("Dev Patel is no longer in the council's list of people, and can't answer.")


async def test_the_end_is_told_on_the_next_working_day_and_once(town):
    await started(town)
    by_itself(town, "2026-12-21")
    by_itself(town, "2026-12-22")
    (over,) = told(town, "sian", "review_over")
    assert "ended on Friday 18 December" in over and "2 of 2 haven't answered: Helen Osei and Dev Patel" in over


async def test_a_late_answer_counts_until_the_review_is_closed(town):
    await started(town, "ask Helen Osei for her declaration by 18 December")
    by_itself(town, "2026-12-21")
    assert "It answers the review" in await heard(town, "helen", "nil return", "yes")
    assert "Nobody is left to answer" in await heard(town, "sian", "who has not answered?")


async def test_how_far_it_has_come_is_asked_in_many_words(town):
    await started(town)
    for words in (
        "who has not answered?", "Who hasn't answered", "who's not answered yet?", "who still hasn't replied?",
        "who has yet to respond", "tell me who has not declared", "how is the review going?", "show me the review",
        "review status", "what's the status of the declarations review?", "who haven't declared",
    ):  # fmt: skip
        assert "Not answered: Helen Osei and Dev Patel." in await heard(town, "sian", words), words
    for words in ("close the review", "please stop the declarations review", "I'd like to end my review"):
        assert "Shall I close it?" in await heard(town, "sian", words), words
        assert "The review stays open." in await heard(town, "sian", "leave it open"), words


async def test_nothing_to_declare_is_said_in_many_words(town):
    await started(town)
    for words in (
        "nothing to declare", "I have nothing to declare", "I've got nothing to declare", "No, nothing to declare.",
        "nil", "nil return", "I’ve nothing new to declare", "nothing to declare from me, thanks",
    ):  # fmt: skip
        assert "Check this before I file it" in await heard(town, "helen", words), words
        assert "Cancelled" in await heard(town, "helen", "cancel"), words


async def test_what_the_message_was_about_is_shown_again(town):
    await started(town)
    for words in ("I got a review message", "what is this review?", "show the review"):
        assert "Sian Morgan asks for your declaration" in await heard(town, "helen", words), words


async def test_a_question_in_hand_is_asked_again_after_a_look_at_the_review(town):
    await started(town)
    await heard(town, "sian", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair")
    said = await heard(town, "sian", "who has not answered?")
    assert "Not answered: Helen Osei and Dev Patel." in said and said.endswith(
        "Would you like to accept, if that's allowed? [Yes] [No]"
    )


async def test_a_button_of_somebody_elses_review_or_of_none_does_nothing(town):
    await started(town)
    for person, number in (("amy", 1), ("helen", 99), ("helen", -1)):
        action = {"type": "Action.Execute", "verb": "review.nil", "data": {"campaign": number}}
        value = {"action": action, "trigger": "manual"}
        assert await town.send(person, type="invoke", name="adaptiveCard/action", value=value) == 200
    assert town.draft("amy") is None and town.draft("helen") is None


async def test_a_yes_to_a_summary_that_came_later_files_it_and_starts_no_review(town):
    await started(town, "start a declarations review for Corporate until 18 December", "audit")
    await town.opens("sian")
    await heard(town, "sian", ASK)
    await town.press("sian", "Nothing to declare")
    await heard(town, "sian", "yes")
    assert [r.reference for r in town.records()] == ["DEC-2026-0001"] and reviews(town) == []


@pytest.mark.parametrize(("who", "offered"), [("sian", True), ("audit", True), ("amy", False), ("rhys", False)])
async def test_help_says_how_to_ask_for_declarations_to_those_who_may(town, who, offered):
    assert ("ask my team for their declarations" in await heard(town, who, "help")) is offered
