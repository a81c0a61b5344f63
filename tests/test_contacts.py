"""Whom the policies name: read from the clauses in force, confirmed once a year, changed by clause."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.contact_effects import contacts_shown, unread_contacts
from dialogs.contact_naming import NotOne, contact_named
from dialogs.contact_words import by_role, told_of_people
from dialogs.following import follow_decisions
from knowledge import decided
from knowledge.clauses import load_library
from knowledge.confirmed import Confirmation, standing
from knowledge.contact_edits import reworded
from knowledge.contacts import contacts_in, contacts_of
from knowledge.editions.edits import Edition
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.following import follow
from knowledge.helplines import hours_of
from knowledge.ledger.asked import asked_about
from storage import audit, contacts
from storage.tables import Audit
from tests.editions_kit import EVE, NEW_YEAR, edited, published
from tests.storage_kit import NOON

pytest_plugins = ("tests.storage_kit",)

PEOPLE = "12.9"
ANNA = (
    "Jules Payne – Head of Digital Operations\ne-mail j.payne@npt.gov.uk",
    "Anna Rees – Head of Digital Operations\ne-mail a.rees@npt.gov.uk",
)


def named(words, library=None):
    return contact_named(contacts_of(library or load_library()), words)


def confirmed(*whom, on=EVE, editions=()):
    source = object()
    follow(source, (), editions, confirmations=[Confirmation(named(each).reads, on, "helen") for each in whom])
    return source


@pytest.fixture(autouse=True)
def nothing_held():
    yield
    decided.hold(decided.NOTHING)


def test_every_contact_of_the_policies_is_found_by_role_name_and_address():
    assert [(each.role, each.name, each.address, each.clause) for each in contacts_of(load_library())] == [
        ("Office Hours Help line", "", "01639 686767", "front.office-hours"),
        ("Service Desk", "", "ITservicedesk@npt.gov.uk", "front.email"),
        ("Out of Hours Help line", "", "07815 795220", "front.out-of-hours"),
        ("Service Desk", "", "Itservicedesk@npt.gov.uk", "12.6"),
        ("Head of Digital Operations", "Jules Payne", "j.payne@npt.gov.uk", "12.9"),
        ("Chief Digital Officer", "Chris Owen", "c.m.owen@npt.gov.uk", "12.9"),
        ("Head of Legal and Democratic Services", "Craig Griffiths", "c.griffiths2@npt.gov.uk", "12.10"),
        ("Democratic Services Manager", "Stacy Curran", "s.curran@npt.gov.uk", "12.10"),
    ]


@pytest.mark.parametrize(
    "line, found",
    [
        ("Anna Rees – Clerk, a.rees@npt.gov.uk", ("Clerk", "Anna Rees", "a.rees@npt.gov.uk")),
        (
            "Dr Siân Ŵyn-Jones, Data Officer\ne-mail: s@npt.gov.uk",
            ("Data Officer", "Dr Siân Ŵyn-Jones", "s@npt.gov.uk"),
        ),
        ("Anne-Marie O'Neill - Clerk\nTel: 01639 763333", ("Clerk", "Anne-Marie O'Neill", "01639 763333")),
        ("Anna Rees – Clerk\nask at the desk", None),
        ("anna rees – Clerk, a.rees@npt.gov.uk", None),
    ],
)
def test_a_person_that_a_changed_clause_names_in_the_same_shape_is_found(line, found):
    edit = edited("12.8", "12.8 Support will not be provided", f"{line}\nSupport will not be provided")
    with published(Edition(1, NEW_YEAR, (edit,))):
        there = [(each.role, each.name, each.address) for each in contacts_in(library_on(NEW_YEAR), "12.8")]
        assert there == ([found] if found else [])
        assert contacts_in(library_on(EVE), "12.8") == ()


def test_a_contact_that_came_with_the_scheme_is_due_until_it_is_confirmed_and_again_after_a_year():
    jules = named("Jules Payne")
    never = standing(jules, EVE)
    assert (never.named, never.came, never.confirmed, never.is_due(EVE)) == (date(2022, 5, 1), True, None, True)
    confirmed("Jules Payne")
    assert standing(jules, EVE).due_on == date(2027, 12, 31)
    assert not standing(jules, date(2027, 12, 30)).is_due(date(2027, 12, 30))
    assert standing(jules, date(2027, 12, 31)).is_due(date(2027, 12, 31))
    assert standing(named("Chris Owen"), EVE).confirmed is None


@pytest.mark.parametrize(
    "old, new", [("Head of Digital Operations", "Head of Digital"), ("j.payne@npt.gov.uk", "jp@npt.gov.uk")]
)
def test_a_confirmation_is_of_the_words_of_its_day(old, new):
    edition = Edition(1, NEW_YEAR, (edited(PEOPLE, old, new),))
    confirmed("Jules Payne", editions=[edition])
    stands = standing(named("Jules Payne", library_on(NEW_YEAR)), NEW_YEAR)
    assert (stands.confirmed, stands.came, stands.named) == (None, False, NEW_YEAR)
    assert standing(named("Jules Payne"), EVE).confirmed


def test_other_words_of_the_clause_neither_end_a_confirmation_nor_make_a_contact_newer():
    edition = Edition(1, NEW_YEAR, (edited(PEOPLE, "should contact", "must contact"),))
    confirmed("Jules Payne", editions=[edition])
    stands = standing(named("Jules Payne", library_on(NEW_YEAR)), NEW_YEAR)
    assert stands.confirmed and stands.came and stands.named == date(2022, 5, 1)


def told(on):
    library = library_on(on)
    clause = library.get(PEOPLE)
    return told_of_people(library, [clause], [clause.text], on)


def test_whoever_asks_is_told_how_far_the_names_can_be_counted_on():
    assert told(EVE) == "The scheme named them in May 2022; ask for the role first."
    confirmed("Jules Payne", "Chris Owen")
    assert told(EVE) == "Confirmed by HR on 31 December 2026."
    assert told(date(2028, 1, 1)) == "HR last confirmed them on 31 December 2026; ask for the role first."
    confirmed("Jules Payne")
    assert told(EVE) == (
        "Jules Payne: confirmed by HR on 31 December 2026. "
        "The scheme named Chris Owen in May 2022; ask for the role first."
    )


def test_a_person_whom_hr_put_there_is_told_with_the_first_day():
    with published(Edition(1, NEW_YEAR, (edited(PEOPLE, *ANNA),))):
        library = library_on(NEW_YEAR)
        assert told(NEW_YEAR).startswith("The scheme has named Anna Rees since 1 January 2027.")
        assert by_role(library, library.get(PEOPLE), NEW_YEAR) == (
            "the Head of Digital Operations (Anna Rees) or the Chief Digital Officer (Chris Owen)"
        )


def test_clauses_that_name_nobody_say_nothing_of_it():
    library = load_library()
    clause = library.get("12.8")
    assert told_of_people(library, [clause], [clause.text], EVE) == ""
    assert told_of_people(library, [library.get(PEOPLE)], ["Any Member who is not satisfied"], EVE) == ""


def test_the_open_question_about_names_rests_for_those_whom_hr_confirmed_within_the_year():
    def asked(whom, on=EVE):
        found = asked_about(f"is {whom} still the one to ask", [PEOPLE], on)
        return found.entry.id if found else None

    assert asked("Jules Payne") == "X43"
    confirmed("Jules Payne")
    assert (asked("Jules Payne"), asked("chris owen")) == (None, "X43")
    assert asked("Jules Payne", date(2028, 1, 1)) == "X43"


@pytest.mark.parametrize(
    "words, called",
    [
        ("jules payne", "Jules Payne"),
        ("Payne", "Jules Payne"),
        ("Jules Pane", "Jules Payne"),
        ("the chief digital officer", "Chris Owen"),
        ("office hours help line", "Office Hours Help line"),
        ("the number of the out of hours line", "Out of Hours Help line"),
        ("service desk 12.6", "Service Desk"),
        ("front.email", "Service Desk"),
    ],
)
def test_a_contact_is_named_by_name_role_or_clause(words, called):
    assert named(words).called == called


@pytest.mark.parametrize("words", ["service desk", "help line", "head", "12.9"])
def test_what_may_mean_several_is_asked_and_each_of_those_offered_is_one(words):
    with pytest.raises(NotOne) as several:
        named(words)
    assert len(several.value.meant) == 2
    assert len({named(each) for each in several.value.meant}) == 2


def test_an_unknown_name_is_told_whom_the_policies_name():
    with pytest.raises(Sayable, match="They name Office Hours Help line, Service Desk, Out of Hours Help line, Jules"):
        named("Bob")


def test_a_contact_in_other_words_leaves_the_rest_of_its_clause_as_it_is():
    clause, jules = load_library().get(PEOPLE), named("Jules Payne")
    text = reworded(clause, jules, replace(jules, name="Anna Rees", address="a.rees@npt.gov.uk"))
    assert text == clause.text.replace("Jules Payne", "Anna Rees").replace("j.payne@", "a.rees@")
    craig, other = named("Craig Griffiths"), load_library().get("12.10")
    text = reworded(other, craig, replace(craig, role="Monitoring Officer"))
    assert text == other.text.replace("Head of Legal and Democratic Services:", "Monitoring Officer:")
    desk, email = named("service desk front.email"), load_library().get("front.email")
    assert reworded(email, desk, replace(desk, address="it@npt.gov.uk")) == "Email: it@npt.gov.uk"


def test_a_line_in_other_words_is_read_back_with_its_number_and_hours():
    clause, line = load_library().get("front.office-hours"), named("office hours help line")
    hours = "Monday to Friday: 8am to 6pm\nSaturday: closed"
    text = reworded(clause, line, replace(line, role="Day Help line", address="01639 000000", hours=hours))
    assert text == f"Day Help line: 01639 000000\n{hours}"
    assert reworded(clause, line, replace(line, address="01639 000000")) == clause.text.replace("686767", "000000")


@pytest.mark.parametrize(
    "whom, part, words",
    [
        ("Jules Payne", "address", "ask at the desk"),
        ("Jules Payne", "name", "whoever is in"),
        ("Jules Payne", "role", "head: of it"),
        ("front.email", "address", "01639 000000"),
        ("office hours help line", "address", "help@npt.gov.uk"),
        ("office hours help line", "hours", "whenever we like"),
    ],
)
def test_what_could_not_be_read_back_is_refused_with_what_is_needed(whom, part, words):
    was = named(whom)
    with pytest.raises(Sayable, match="I can't read"):
        reworded(load_library().get(was.clause), was, replace(was, **{part: words}))


def test_a_check_tells_what_will_be_said_of_a_line_and_what_cannot_be_read():
    number = Edition(1, NEW_YEAR, (edited("front.office-hours", "686767", "000000"),))
    assert contacts_shown(number) == (("Office Hours Help line", "01639 000000, 01639 686767 now"),)
    assert unread_contacts(number) == ()
    hours = Edition(1, NEW_YEAR, (edited("front.office-hours", "Friday: 8.30am – to 4.30pm", "Friday: all day"),))
    assert "I can't read the hours of the Office Hours Help line in these words" in unread_contacts(hours)[0]
    other = Edition(1, NEW_YEAR, (edited("front.office-hours", "01639 686767", "0800 HELPME"),))
    assert "I can't read one telephone number in these words" in unread_contacts(other)[0]
    assert not hours_of(load_library()).unread


def test_a_check_tells_who_comes_who_goes_and_where_an_old_address_still_stands():
    assert contacts_shown(Edition(1, NEW_YEAR, (edited(PEOPLE, *ANNA),))) == (
        ("Head of Digital Operations", "Anna Rees, a.rees@npt.gov.uk (Jules Payne, j.payne@npt.gov.uk now)"),
    )
    gone = Edition(1, NEW_YEAR, (edited(PEOPLE, "e-mail j.payne@npt.gov.uk", "ask at the desk"),))
    assert contacts_shown(gone) == (
        ("Head of Digital Operations", "no longer named; Jules Payne, j.payne@npt.gov.uk now"),
    )
    email = Edition(1, NEW_YEAR, (edited("front.email", "ITservicedesk", "help"),))
    assert unread_contacts(email) == (
        "Members ICT Scheme 12.6 still gives Itservicedesk@npt.gov.uk. Change that too, if it's meant.",
    )


def test_a_change_of_no_contact_shows_none():
    edition = Edition(1, NEW_YEAR, (edited(PEOPLE, "should contact", "must contact"),))
    assert (contacts_shown(edition), unread_contacts(edition)) == ((), ())


def test_a_confirmation_is_kept_with_an_audit_row_that_names_nobody(store):
    reads = named("Jules Payne").reads
    with store.write() as session:
        contacts.confirm(session=session, clause=PEOPLE, reads=reads, by="helen", now=NOON)
        contacts.confirm(session=session, clause=PEOPLE, reads=reads, by="dev", now=NOON)
    with store.read() as session:
        rows = contacts.every(session=session)
        assert [(row.reads, row.by, row.done_on) for row in rows] == [
            (reads, "helen", NOON.date()),
            (reads, "dev", NOON.date()),
        ]
        row = session.get(Audit, 1)
        assert (row.act, row.subject, row.detail) == ("contact_confirmed", PEOPLE, {"confirmation": 1})
        assert audit.verify(session=session) is None


def test_a_process_follows_what_another_confirmed(store):
    jules = named("Jules Payne")
    with store.read() as session:
        follow_decisions(session, store)
    assert standing(jules, NOON.date()).confirmed is None
    with store.write() as session:
        contacts.confirm(session=session, clause=PEOPLE, reads=jules.reads, by="helen", now=NOON)
    with store.read() as session:
        follow_decisions(session, store)
    assert standing(jules, NOON.date()).confirmed == Confirmation(jules.reads, NOON.date(), "helen")
