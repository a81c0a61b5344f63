"""The facts of a situation that one text states: only what it says, typed."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from knowledge.understanding.slots import extract, facts_for

NOW = datetime(2026, 11, 25, 14, 30)
GIFTS = [
    (
        "a resident slipped me a tenner yesterday",
        {
            "value": Decimal(10),
            "form": "money",
            "giver": "a resident",
            "giver_relation": "service_user",
            "recipient": "self",
        }
        | {"offered_on": date(2026, 11, 24)},
    ),
    ("a rep left us a few branded pens", {"form": "promotional", "token": True, "item": "a few branded pens"}),
    ("got a £10 M&S voucher from a service user", {"form": "money", "value": Decimal(10), "giver": "a service user"}),
    (
        "Acme Construction gave my wife a necklace worth about £200, they are bidding for the contract "
        "and I'm on the panel",
        {"recipient": "family", "token": False, "giver_relation": "seeking_business", "letting_contract": True}
        | {"form": "goods", "value": Decimal(200)},
    ),
    (
        "one of our suppliers sends us a hamper every Christmas, worth about 60 quid, I order from them",
        {"regular": True, "purchasing": True, "giver_relation": "supplier", "value": Decimal(60)},
    ),
    (
        "my client's daughter gave me a small box of chocolates, first time",
        {"token": True, "regular": False, "form": "goods"},
    ),
    (
        "I said no to a bottle of whisky from a developer who has applied for planning permission",
        {"wants_to_accept": False, "giver_relation": "decision_applicant"},
    ),
    ("they gave me £20 worth of chocolates", {"form": "goods", "value": Decimal(20)}),
    ("I've accepted a scarf from one of my ladies", {"wants_to_accept": True}),
]
HOSPITALITY = [
    (
        "Acme Construction have offered me two tickets for the rugby on Saturday, about £120",
        {"what": "tickets", "value": Decimal(120), "giver": "Acme Construction", "event_on": date(2026, 11, 28)}
        | {"thing": "two tickets for the rugby", "recipient": "self"},
    ),
    (
        "a supplier wants to take me to lunch, feels a bit dodgy",
        {"what": "meal", "in_doubt": True, "giver_relation": "supplier"},
    ),
    ("Tarmac have invited me to their villa in Spain", {"what": "holiday"}),
    ("they want to fly me out to see their factory in Germany", {"what": "business_trip"}),
    ("coffee and biscuits at a site meeting this morning", {"what": "refreshments"}),
    ("The Institute's annual dinner, invited by Jones & Sons", {"what": "institute_dinner", "giver": "Jones & Sons"}),
    ("free tickets for a festival the council sponsors", {"what": "tickets", "council_sponsored": True}),
    ("they offered me a night in a hotel", {"what": "hotel"}),
    ("use of the company flat in London", {"what": "company_flat"}),
    ("A company tendering for our £2m contract offered me lunch worth £20", {"value": Decimal(20), "what": "meal"}),
]
DEVICES = [
    (
        "I left my council ipad on the train to Swansea last night at half eight",
        {"device": "ipad", "how": "lost", "owner": "council", "where": "on the train to Swansea"}
        | {"when": datetime(2026, 11, 24, 20, 30)},
    ),
    (
        "someone nicked my work laptop from my car overnight, crime number AB/12345/26, "
        "constituents' casework on it, not encrypted",
        {
            "device": "laptop",
            "how": "stolen",
            "owner": "council",
            "in_vehicle": True,
            "overnight": True,
            "encrypted": False,
        }
        | {"police_reference": "AB/12345/26", "data_of": "constituents", "personal_data": True},
    ),
    (
        "my own phone got pinched in the pub on Saturday",
        {"device": "phone", "owner": "own", "when": date(2026, 11, 21)},
    ),
    ("can't find my id badge", {"device": "id_card", "how": "lost"}),
    ("lost my memory stick, no personal data on it, was not stolen", {"device": "removable_media", "how": "lost"}),
]


def facts(situation, text):
    return facts_for(situation, "employee", text, extract(text, NOW), NOW)


@pytest.mark.parametrize(("text", "expected"), GIFTS)
def test_a_gift_has_the_facts_that_its_teller_gives(text, expected):
    found = facts("gift_offered", text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(("text", "expected"), HOSPITALITY)
def test_hospitality_has_the_facts_that_its_teller_gives(text, expected):
    found = facts("hospitality_offered", text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(("text", "expected"), DEVICES)
def test_a_lost_device_has_the_facts_that_its_teller_gives(text, expected):
    found = facts("device_lost", text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("situation", "text", "absent"),
    [
        (
            "gift_offered",
            "a resident gave us wine. can I keep it?",
            {"wants_to_accept", "token", "value", "recipient", "regular"},
        ),
        ("gift_offered", "should I have said no to the wine?", {"wants_to_accept"}),
        ("gift_offered", "a bottle worth £40-60 from Acme", {"value"}),
        ("gift_offered", "a bottle worth £20 and flowers worth £10 from Acme", {"value"}),
        ("gift_offered", "it's not a voucher, honest", {"form"}),
        ("gift_offered", "a developer gave me chocolates", {"giver_relation"}),
        ("hospitality_offered", "dinner at £60 a head", {"value"}),
        ("hospitality_offered", "lunch while I was on holiday", {"in_doubt"}),
        (
            "device_lost",
            "I lost my ipad",
            {"owner", "when", "where", "personal_data", "encrypted", "left_unattended", "overnight"},
        ),
        ("device_lost", "my laptop is either lost or stolen", {"how"}),
        ("device_lost", "I don't know if it was encrypted, my laptop got nicked", {"encrypted"}),
        ("device_lost", "left my phone on the train", {"in_vehicle", "left_unattended"}),
    ],
)
def test_what_is_not_said_is_absent(situation, text, absent):
    assert absent.isdisjoint(facts(situation, text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("£50 in a Christmas card from a resident", "money"),
        ("a hundred pound Selfridges card from an agent", "money"),
        ("turned down fifty quid off a landlord", "money"),
        ("they knocked £100 off my bill", None),
        ("I said I couldn't take the perfume", "goods"),
    ],
)
def test_money_is_money_however_it_is_handed_over_and_a_refusal_changes_no_form(text, form):
    assert facts("gift_offered", text).get("form") == form


def test_an_offer_to_my_boy_is_one_to_the_family():
    assert facts("gift_offered", "my boy's been promised a bike by a builder")["recipient"] == "family"


def test_a_corrected_amount_is_the_last_one():
    assert facts("gift_offered", "a hamper worth £40, sorry, £60, from Acme")["value"] == Decimal(60)


def test_a_value_over_the_codes_amount_is_never_token():
    assert facts("gift_offered", "a small gift worth £50.01")["token"] is False
    assert facts("gift_offered", "a small gift worth £50")["token"] is True


def test_a_time_of_day_later_than_now_was_yesterday():
    assert facts("device_lost", "lost my phone at 9pm")["when"] == datetime(2026, 11, 24, 21, 0)


def test_a_denied_event_has_no_facts():
    assert facts("device_lost", "I haven't lost my ipad") == {}


def test_every_situation_may_carry_its_thing():
    assert facts("equipment_fault", "my work laptop is broken")["thing"] == "my work laptop"
    assert facts("no_such_situation", "a resident gave me a scarf") == {"thing": "a scarf"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("its 11pm and my ipads gone", None),
        ("it's gone midnight and I can't find my ipad", None),
        ("my ipads been nicked, its half 10 now", None),
        ("it was there at 9pm", datetime(2026, 11, 24, 21, 0)),
        ("it's now nearly 10 and my ipad went at 9am", datetime(2026, 11, 25, 9, 0)),
        ("it's been missing since 9pm yesterday", datetime(2026, 11, 24, 21, 0)),
    ],
)
def test_what_the_clock_shows_is_not_when_it_happened(text, when):
    assert facts_for("device_lost", "councillor", text, extract(text, NOW), NOW).get("when") == when
