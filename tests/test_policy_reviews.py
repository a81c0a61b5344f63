"""Owners and review dates of the policies: kept once and in the audit trail, the nearest counting, reminded once."""

from datetime import date, datetime, timedelta

import pytest

from bot.people import LocalDirectory, demo_directory
from dialogs.kb_naming import SECTION, find, sections_of
from dialogs.people_called import people_called
from dialogs.policy_parts import part_of, subject_of, typed, wider
from dialogs.policy_review_cards import A_PAGE, read_policy_review_action
from dialogs.policy_review_reminders import reminders_of_policies
from dialogs.policy_review_words import review_wishes
from dialogs.policy_reviews import check_due, parts_with_reviews, standing
from dialogs.reminding import remind_all
from knowledge.clauses import load_library
from knowledge.errors import Sayable
from storage import audit, policy_reviews
from storage.policy_reviews import REVIEWED
from storage.tables import Audit, Notice
from tests.storage_kit import NOON, all_at_once
from tests.town import LONDON, heard, town

pytest_plugins = ("tests.storage_kit",)
LIBRARY = load_library()
PEOPLE = demo_directory()
CODE, GIFTS_1 = "employee_code_of_conduct", "gifts.1"
GIFTS = f"{CODE}::Conflicts of interest, gifts and hospitality::Gifts"
MAY = date(2027, 5, 3)
HELEN, DEV, SIAN = (PEOPLE.by_key(key).id for key in ("helen", "dev", "sian"))


def add(session, subject=CODE, follows=0, owner="", due=None, by="helen", now=NOON, **more):
    return policy_reviews.add(
        session=session, subject=subject, follows=follows, owner=owner, due=due, by=by, now=now, **more
    )


def test_each_change_is_a_row_with_its_audit_row_and_who_comes_second_changes_nothing(store):
    with store.turn("helen") as session:
        first = add(session, owner="sian", due=MAY).id

    def change(place):
        with store.turn(f"editor {place}") as session:
            return add(session, follows=first, due=MAY + timedelta(days=place), by=f"editor {place}", act=REVIEWED)

    assert sum(made is not None for made in all_at_once(3, change)) == 1
    with store.read() as session:
        kept = policy_reviews.every(session=session)[CODE]
        assert kept.last == kept.reviewed and kept.last.follows == first and kept.last.by.startswith("editor")
        rows = session.exec(Audit.__table__.select()).all()
        assert [(row.act, row.subject) for row in rows] == [
            ("policy_review_set", CODE),
            ("policy_review_reviewed", CODE),
        ]
        assert rows[0].detail == {"owner": "sian", "due": "2027-05-03"}
        assert audit.verify(session=session) is None


def test_a_reminder_is_noted_once_however_many_processes_try(store):
    def remind(place):
        with store.write() as session:
            return policy_reviews.remind_once(
                session=session, subject=CODE, due=MAY, step="due", person="sian", now=NOON
            )

    assert sum(all_at_once(4, remind)) == 1


def kept_as(**rows):
    """What is kept of subjects, each with an owner and a date."""
    made = {
        subject: policy_reviews.PolicyReview(id=at, subject=subject, follows=0, act="set", owner=owner, due=due, by="h")
        for at, (subject, (owner, due)) in enumerate(rows.items(), 1)
    }
    return {subject: policy_reviews.Kept(row) for subject, row in made.items()}


def test_the_nearest_owner_and_the_nearest_date_count_each_for_itself():
    part = part_of(LIBRARY, GIFTS_1)
    kept = kept_as(**{CODE: ("sian", MAY), GIFTS: ("", date(2027, 1, 4)), GIFTS_1: ("dev", None)})
    stands = standing(kept, part)
    assert (stands.owner, subject_of(stands.owner_from)) == ("dev", GIFTS_1)
    assert (stands.due, subject_of(stands.due_from)) == (date(2027, 1, 4), GIFTS)
    del kept[GIFTS_1], kept[GIFTS]
    stands = standing(kept, part)
    assert (stands.owner, stands.due, subject_of(stands.due_from)) == ("sian", MAY, CODE)
    assert standing({}, part).owner == "" and standing({}, part).due is None
    assert [subject_of(each) for each in wider(part)][0] == GIFTS_1 and subject_of(list(wider(part))[-1]) == CODE


def test_what_falls_due_first_comes_first_and_every_policy_is_there():
    kept = kept_as(**{CODE: ("", MAY), GIFTS_1: ("", date(2026, 1, 1)), "gone.1": ("", MAY)})
    listed = [subject_of(each.part) for each in parts_with_reviews(LIBRARY, kept)]
    assert listed == [GIFTS_1, CODE, "members_ict_scheme"]


@pytest.mark.parametrize("policy", LIBRARY.policies)
def test_every_part_is_found_again_by_the_words_that_are_shown_for_it_and_kept_under_its_line(policy):
    for part in (*sections_of(LIBRARY, policy), *(c for c in LIBRARY.clauses if c.policy == policy)):
        words = typed(LIBRARY, part)
        assert find(LIBRARY, words, SECTION, sure=True) == (part,)
        assert part_of(LIBRARY, subject_of(part)) == part
        wishes = review_wishes(f"Review {words} by 1 May 2027.")
        assert any(w.part.removeprefix("the ") == words.removeprefix("the ") and w.day == "1 May 2027" for w in wishes)


def test_dates_that_cannot_be_are_refused():
    check_due(MAY, MAY)
    for due in (MAY - timedelta(days=1), date(2038, 5, 3)):
        with pytest.raises(Sayable):
            check_due(due, MAY)


@pytest.mark.parametrize(
    ("words", "verb", "part", "more"),
    [
        ("review the code of conduct by 1 May 2027", "by", "code of conduct", "1 May 2027"),
        ("set the review date of gifts and hospitality to 1 May", "due", "gifts and hospitality", "1 May"),
        ("the next review for gifts is on Friday", "due", "gifts", "Friday"),
        ("the ICT scheme is due for review in six months", "due", "the ICT scheme", "six months"),
        ("no review date for gifts", "due", "gifts", ""),
        ("owner of the ICT scheme is Helen Morgan", "owner", "the ICT scheme", "Helen Morgan"),
        ("make Dev Patel the owner of gifts 1.", "owner", "gifts 1", "Dev Patel"),
        ("Dev owns gifts 1", "owner", "gifts 1", "Dev"),
        ("gifts 1 is owned by Dev", "owner", "gifts 1", "Dev"),
        ("who owns gifts 1?", "owns", "gifts 1", ""),
        ("who's the owner of gifts", "owns", "gifts", ""),
        ("when is gifts due for review?", "when", "gifts", ""),
        ("when is the next review of gifts?", "when", "gifts", ""),
        ("reviewed the code of conduct", "done", "the code of conduct", ""),
        ("I’ve reviewed gifts 1; next by 1 May 2027", "done", "gifts 1", "1 May 2027"),
        ("the code of conduct has been reviewed, next review in two years", "done", "the code of conduct", ""),
        ("review date of gifts", "open", "gifts", ""),
        ("kb review", "list", "", ""),
        ("reviews", "list", "", ""),
        ("what is due for review?", "list", "", ""),
        ("look at the links now", "links", "", ""),
    ],
)
def test_what_is_typed_is_read(words, verb, part, more):
    first = review_wishes(words)[0]
    assert (first.verb, first.part) == (verb, part)
    assert (first.day or first.name) == (more or first.day)


@pytest.mark.parametrize(
    "words",
    [
        "I was offered tickets",
        "review of declarations for Highways",
        "preview KB-1",
        "my manager reviewed it",
        "",
        "review " * 60,
    ],
)
def test_what_names_no_part_is_read_as_none(words):
    assert not any(find(LIBRARY, wish.part, SECTION, sure=True) for wish in review_wishes(words) if wish.part)


def test_a_name_means_one_person_several_or_those_of_nearly_that_name():
    assert [p.key for p in people_called(PEOPLE, "Cllr Nia Hughes").named] == ["nia"]
    assert [p.key for p in people_called(PEOPLE, "helen.osei@council.example").named] == ["helen"]
    assert people_called(PEOPLE, "Hellen Osey").likely[0].key == "helen"
    assert people_called(PEOPLE, "Xavier").named == people_called(PEOPLE, "").likely == ()


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("policy_review.erase", {}),
        ("policy_review.done", {"last": True}),
        ("policy_review.done", {"last": -1}),
        ("policy_review.list", {"first": "8"}),
        ("edition.done", {}),
    ],
)
def test_buttons_that_were_tampered_with_are_none_of_ours(verb, data):
    assert read_policy_review_action(verb, data) is None


def at(moment):
    return datetime.fromisoformat(moment).replace(tzinfo=LONDON)


def told(store, moment, directory=PEOPLE):
    """Whom a round of reminders tells at a moment, and the words."""
    with store.write() as session:
        return {each.to: each.text for each in reminders_of_policies(session, at(moment), directory)}


def test_the_owner_is_told_four_weeks_before_and_on_the_day_once_each(store):
    with store.turn("helen") as session:
        add(session, owner=SIAN, due=MAY)
    assert told(store, "2027-04-02T10:00") == {}
    assert told(store, "2027-04-05T09:00") == {}
    (words,) = told(store, "2027-04-05T09:30").values()
    assert "due for review on Monday 3 May" in words and "“reviewed the code of conduct”" in words
    assert "For another day" not in words
    assert told(store, "2027-04-06T09:30") == told(store, "2027-05-02T09:30") == {}
    assert "is due for review today" in told(store, "2027-05-03T09:30")[SIAN]
    assert told(store, "2027-05-03T12:00") == told(store, "2027-06-03T12:00") == {}


def test_a_date_set_within_four_weeks_is_told_on_the_day_alone_and_another_date_anew(store):
    with store.turn("helen") as session:
        row = add(session, owner=SIAN, due=MAY, now=at("2027-04-20T10:00"))
    assert told(store, "2027-04-21T10:00") == {}
    assert list(told(store, "2027-05-03T10:00")) == [SIAN]
    with store.turn("helen") as session:
        add(session, follows=row.id, owner=SIAN, due=date(2027, 8, 2), now=at("2027-05-04T10:00"))
    assert list(told(store, "2027-07-05T10:00")) == [SIAN]


def test_without_an_owner_or_with_one_who_has_left_all_editors_in_hr_are_told(store):
    with store.turn("helen") as session:
        add(session, due=MAY)
        add(session, subject="members_ict_scheme", owner="someone who left", due=MAY)
    words = told(store, "2027-05-03T10:00")
    assert set(words) == {HELEN, DEV} and "Nobody owns it" in words[HELEN] and "no longer listed" in words[HELEN]
    assert "For another day, type “review the code of conduct by” and the day." in words[DEV]


def test_a_part_without_its_own_date_is_not_named_beside_its_policy_and_many_stay_short(store):
    with store.turn("helen") as session:
        add(session, owner=SIAN, due=MAY)
        add(session, subject=GIFTS_1, owner=SIAN)
        for number in range(1, 6):
            add(session, subject=f"5.{number}", owner=SIAN, due=MAY)
    words = told(store, "2027-05-03T10:00")[SIAN]
    assert "paragraph 1" not in words and words.count("is due for review today") == 4
    assert "The same for 2 more, once each is read: type “reviewed 5." in words


def test_the_owner_of_a_part_is_told_when_the_date_of_its_policy_falls(store):
    with store.turn("helen") as session:
        add(session, owner=SIAN, due=MAY)
        add(session, subject=GIFTS_1, owner=DEV)
    words = told(store, "2027-04-05T10:00")
    assert set(words) == {SIAN, DEV} and "Gifts, paragraph 1 is due for review on Monday 3 May" in words[DEV]
    assert "“reviewed gifts.1”" in words[DEV] and "paragraph 1" not in words[SIAN]
    assert set(told(store, "2027-05-03T10:00")) == {SIAN, DEV}


def test_several_processes_tell_once_and_nobody_twice_on_a_day(store):
    with store.turn("helen") as session:
        add(session, owner=SIAN, due=MAY)

    def remind(place):
        with store.write() as session:
            return remind_all(session, at("2027-05-03T10:00"), PEOPLE)

    assert sum(all_at_once(4, remind)) == 1
    with store.turn("helen") as session:
        add(session, subject=GIFTS_1, owner=SIAN, due=MAY)
    assert told(store, "2027-05-03T15:00") == {}
    assert list(told(store, "2027-05-04T10:00")) == [SIAN]
    with store.read() as session:
        assert [row.to_person for row in session.exec(Notice.__table__.select()).all()] == [SIAN]


def test_an_owner_who_left_after_being_told_hands_it_to_hr(store):
    with store.turn("helen") as session:
        add(session, owner=SIAN, due=MAY)
    assert list(told(store, "2027-05-03T10:00")) == [SIAN]
    left = LocalDirectory(tuple(p for p in PEOPLE.people if p.id != SIAN))
    assert set(told(store, "2027-05-04T10:00", left)) == {HELEN, DEV}


async def test_the_card_pages_by_button_and_in_words_and_two_who_press_at_once_note_it_once(tmp_path):
    async with town(tmp_path) as running:
        for number in range(1, 10):
            await running.say("helen", f"review 5.{number} by {number} May 2027")
        said = await heard(running, "helen", "reviews")
        assert f"1 to {A_PAGE} of 11 lines." in said and "5.8" in said and "5.9**" not in said and "<More>" in said
        said = await heard(running, "helen", "more")
        assert "9 to 11 of 11 lines." in said and "Without a date" in said
        assert "That's all of it." in await heard(running, "helen", "more")
        assert "1 to 8 of 11 lines." in await heard(running, "helen", "back")
        await running.press("helen", "More")
        assert "9 to 11 of 11 lines." in running.texts("helen")
        await running.press("helen", "Open this one")
        assert "Choose one first." in running.texts("helen")
        await heard(running, "helen", "review date of 5.1")
        await heard(running, "dev", "review date of 5.1")
        for who in ("helen", "dev"):
            await running.press(who, "Reviewed; next in a year")
        assert "Noted: Members ICT Scheme 5.1 was reviewed today." in running.texts("helen")
        assert "That has changed since this card was drawn" in running.texts("dev")


async def test_words_that_only_look_like_it_are_left_to_the_rest_of_the_conversation(tmp_path):
    async with town(tmp_path) as running:
        for words in ("the owner of Acme is my brother", "who owns the building", "my manager reviewed it"):
            said = await heard(running, "helen", words)
            assert not any(each in said for each in ("next review", "Noted", "Reviews of the policies", "**: owner"))
        assert "I don't know a policy, heading or clause “the moon”" in await heard(
            running, "helen", "set the review date of the moon to 1 May"
        )


async def test_nobody_outside_hr_can_press_these_buttons(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", "review date of gifts 1")
        for title in ("Keep owner and date", "Reviewed; next in a year", "Back to the reviews"):
            (_, action), *_ = running.buttons("helen", title)
            action = {
                "type": "Action.Execute",
                "verb": action["verb"],
                "data": {**action["data"], "owner": "Amy Price"},
            }
            value = {"action": action, "trigger": "manual"}
            await running.send("amy", type="invoke", name="adaptiveCard/action", value=value)
            assert "HR" in str(running.last_answer["value"])
        assert "nobody yet" in await heard(running, "helen", "who owns gifts 1")
