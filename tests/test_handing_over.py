"""Handing a decision to somebody else, and records that go from hand to hand: who may have them, what is left."""

import pytest
from sqlmodel import select

from bot.people import read_people
from storage import audit, clocks, decisions
from storage.tables import Audit
from tests.battery_kit import listening, one_engine, plain  # noqa: F401
from tests.town import text_of

HEADER = "key,entra_id,name,email,audience,roles,manager,service_area,school,school_type"


def council(*rows: str):
    """A directory of people given as ``key;name;roles separated by +;manager;school``."""
    lines = []
    for number, row in enumerate(rows, 1):
        key, name, roles, manager, school = (part.strip() for part in row.split("|"))
        lines.append(
            f"{key},id-{number},{name},{key}@x.example,employee,{roles.replace('+', ';')},{manager},,{school},"
        )
    return read_people("\n".join([HEADER, *lines]), "a test council")


PLACE = (
    "amy|Amy Price|employee|megan|",
    "megan|Megan Lloyd|employee+manager|sian|",
    "sian|Sian Morgan|employee+senior_manager||",
    "sian2|Sian Moore|employee+manager|sian|",
    "head|Hal Pugh|employee+head_of_hr||",
    "lead|Lee Vaughan|employee|sian|",
    "cat|Cat Ellis|employee|lead|",
    "demi|Demi Clarke|employee+democratic_services|sian|",
)


@pytest.fixture
async def town(tmp_path):
    async with listening(tmp_path, directory=council(*PLACE)) as running:
        for who in ("megan", "sian"):
            await running.opens(who)
        yield running


async def tickets(town, words="Acme have offered me two tickets for the rugby on Saturday, £120"):
    await town.say("amy", words)
    for answer in ("yes", "no", "supplier", "yes"):
        await town.say("amy", answer)
    assert [r.status for r in town.records()] == ["awaiting"], town.texts("amy")


async def said(town, who, words):
    mark = len(town.chat(who).log)
    await town.say(who, words)
    return plain("\n".join(text_of(a) for a in town.chat(who).since(mark)))


def rows(town):
    with town.store.read() as session:
        return decisions.of_record(session=session, record_id=1)


def states(town):
    return [(town.directory.find(d.person).key, d.state) for d in rows(town)]


WORDS = [
    "reassign it to Hal Pugh",
    "please reassign GH-2026-0001 to hal",
    "Reassign to Mr Hal Pugh, please",
    "pass this to Hal",
    "could you hand it over to Hal Pugh",
    "pass it on to Hal Pugh",
    "forward this request to Hal",
    "give it to Hal please",
    "delegate that to Hal Pugh instead",
    "reassign the tickets to Hal",
]


@pytest.mark.parametrize("words", WORDS)
async def test_it_is_handed_over_in_many_words(town, words):
    await tickets(town)
    assert "You passed GH-2026-0001 to Hal Pugh. Amy Price is being told." in await said(town, "megan", words)
    assert states(town) == [("megan", "reassigned"), ("head", "pending")]


NOT_MEANT = ["can I pass the flowers to my wife", "my dad gave the watch to me", "hello", "I passed my driving test"]


@pytest.mark.parametrize("words", NOT_MEANT)
async def test_other_words_hand_nothing_over(town, words):
    await tickets(town)
    await town.say("megan", words)
    assert states(town) == [("megan", "pending")]


async def test_words_in_the_middle_of_ones_own_matter_hand_nothing_over_unless_they_say_so(town):
    await tickets(town)
    await town.say("megan", "a resident gave me a box of chocolates worth £8")
    await town.say("megan", "give it to Hal")
    assert states(town) == [("megan", "pending")]
    assert "You passed" in await said(town, "megan", "reassign GH-2026-0001 to Hal Pugh")


REFUSED = [
    ("reassign it to Amy Price", "nobody decides their own"),
    ("reassign it to Cat Ellis", "Cat Ellis isn't listed as a manager"),
    ("reassign it to Megan Lloyd", "is with you already"),
    ("reassign it to Demi Clarke", "isn't listed as a manager"),
    ("reassign it to Sian", "2 people are called that. Which one should have GH-2026-0001?"),
    ("reassign it to Nobody Atall", "I don't find anybody called “Nobody Atall”"),
    ("reassign it to Hal Pew", "Do you mean Hal Pugh?"),
    ("reassign it", "Who should have GH-2026-0001?"),
    ("reassign GH-2026-0099 to Hal", "GH-2026-0099 isn't waiting for you"),
]


@pytest.mark.parametrize(("words", "answer"), REFUSED)
async def test_it_is_not_handed_to_somebody_who_may_not_have_it(town, words, answer):
    await tickets(town)
    assert answer in await said(town, "megan", words)
    assert states(town) == [("megan", "pending")]


async def test_whoever_manages_somebody_counts_as_a_manager_without_the_role(town):
    await tickets(town)
    assert "You passed GH-2026-0001 to Lee Vaughan" in await said(town, "megan", "reassign it to Lee")


async def test_never_to_the_one_who_made_the_offer(town):
    await tickets(town, "my manager Megan Lloyd has offered me two tickets for the rugby on Saturday, £120")
    assert states(town) == [("sian", "pending")]
    assert "Megan Lloyd made this offer" in await said(town, "sian", "reassign it to Megan")
    assert states(town) == [("sian", "pending")]


async def test_one_of_two_names_is_chosen_and_no_leaves_it(town):
    await tickets(town)
    await town.say("megan", "reassign it to Sian")
    assert "stays with you" in await said(town, "megan", "no")
    await town.say("megan", "reassign it to Sian")
    assert "You passed GH-2026-0001 to Sian Moore" in await said(town, "megan", "Sian Moore")


async def test_the_old_card_has_no_further_effect_and_says_what_became_of_it(town):
    await tickets(town)
    old = [b for b in town.buttons("megan") if b["verb"].startswith("decision.")]
    await town.say("megan", "reassign it to Hal Pugh")
    assert [b for b in town.buttons("megan") if b["verb"].startswith("decision.")] == []
    for button in old:
        value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": {**button["data"], "to": "Lee"}}}
        await town.send("megan", type="invoke", name="adaptiveCard/action", value={**value, "trigger": "manual"})
        assert "was passed to Hal Pugh already" in plain(str(town.last_answer) + town.texts("megan"))
    assert states(town) == [("megan", "reassigned"), ("head", "pending")]


async def test_the_new_one_is_reminded_and_the_old_one_is_not_and_the_chain_of_acts_holds(town):
    await tickets(town)
    await town.opens("head")
    await town.say("megan", "reassign it to Hal Pugh")
    with town.store.read() as session:
        running = [c for c in clocks.of_record(session=session, record_id=1) if c.done_at is None]
        assert [c.what for c in running] == ["remind"]
        assert audit.verify(session=session) is None
        acts = [row.act for row in session.exec(select(Audit).order_by(Audit.id))]
    assert acts[-1] == "reassigned"
    await town.again("megan")
    assert len(rows(town)) == 2


async def test_handed_back_it_may_be_decided_by_the_first_again(town):
    await tickets(town)
    await town.opens("head")
    await town.say("megan", "reassign it to Hal Pugh")
    await town.say("head", "reassign it to Megan Lloyd")
    await town.say("megan", "approve")
    assert states(town) == [("megan", "reassigned"), ("head", "reassigned"), ("megan", "approved")]


async def interest(town, who="amy"):
    await town.say(who, "I need to declare an interest")
    for answer in ("mine", "Tarmac", "it has a contract with us", "a job", "yes"):
        await town.say(who, answer)


async def test_the_democratic_services_manager_is_asked_only_once_the_manager_has_passed_it_on(town):
    await interest(town)
    assert states(town) == [("megan", "pending")]
    await town.press("megan", "Pass on DEC-2026-0001")
    assert states(town) == [("megan", "passed_on"), ("demi", "pending")]
    await town.opens("demi")
    await town.press("demi", "Mark DEC-2026-0001 as entered")
    assert states(town) == [("megan", "passed_on"), ("demi", "entered")]
    assert [(r.status, r.organisation, r.kind) for r in town.records()] == [("entered", "Tarmac", "declaration")]


async def test_a_manager_hands_the_passing_on_to_another_and_the_chain_goes_on(town):
    await interest(town)
    await town.say("megan", "reassign it to Hal Pugh")
    await town.opens("head")
    await town.say("head", "pass it on to democratic services")
    assert states(town) == [("megan", "reassigned"), ("head", "passed_on"), ("demi", "pending")]


async def test_nobody_receives_their_own_and_what_nobody_holds_waits(tmp_path):
    async with listening(tmp_path, directory=council(*PLACE)) as town:
        await town.opens("sian")
        await interest(town, "demi")
        await town.press("sian", "Pass on DEC-2026-0001")
        assert [(d.role, d.person, d.state) for d in rows(town)][1:] == [("democratic_services", None, "pending")]
        assert "Nobody is listed as Democratic Services" in plain(town.texts("demi"))
        assert town.records()[0].status == "awaiting"


async def test_in_a_school_the_headteacher_passes_it_on_and_the_ruling_is_the_same(tmp_path):
    school = (
        "amy|Amy Price|employee|hedd|Ysgol Hedd",
        "hedd|Hedd Owen|employee+headteacher||Ysgol Hedd",
        "demi|Demi Clarke|employee+democratic_services||",
    )
    async with listening(tmp_path, directory=council(*school)) as town:
        await town.opens("hedd")
        await interest(town)
        assert [(d.role, d.person) for d in rows(town)] == [("headteacher", town.person("hedd").id)]
        await town.say("hedd", "pass it on")
        assert states(town) == [("hedd", "passed_on"), ("demi", "pending")]


async def test_a_withdrawn_declaration_is_asked_of_nobody(town):
    await interest(town)
    await town.say("amy", "withdraw DEC-2026-0001")
    await town.say("amy", "yes")
    assert states(town) == [("megan", "withdrawn")]
    assert "isn't waiting for you" in await said(town, "megan", "pass on DEC-2026-0001")
