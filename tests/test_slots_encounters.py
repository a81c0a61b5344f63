"""Prizes, bequests, promotions, sponsorship, the media and aggression in words: what a sentence tells, and no more."""

from datetime import datetime
from decimal import Decimal

import pytest

from knowledge.understanding.slots import extract, facts_for

NOW = datetime(2026, 11, 25, 14, 30)
PRIZES = [
    ("won a toaster in the draw at the planning conference", {"where": "council_business", "item": "a toaster"}),
    ("I won a raffle at a contractor's dinner", {"where": "hospitality_event", "item": None}),
    ("won a bike in a raffle on my day off", {"where": "own_time", "item": "a bike"}),
    ("a ticket bought with petty cash won £200", {"where": "council_funds", "value": Decimal(200)}),
    ("I've won a prize", {"where": None, "item": None, "wants_to_accept": None}),
    ("won a kettle at a seminar but I turned it down", {"wants_to_accept": False}),
]
BEQUESTS = [
    ("a resident left me her piano in her will", {"from_service_user": True, "item": "her piano"}),
    ("a client left me his car", {"from_service_user": True, "because_of_job": None}),
    ("my cousin left me his car, nothing to do with work", {"from_service_user": None, "because_of_job": False}),
    ("Mr Rees left me £900 because I was his carer", {"because_of_job": True, "giver": "Mr Rees"}),
    ("I've been left a legacy", {"from_service_user": None, "item": None, "giver": None}),
]
PROMOTIONS = [
    ("a supplier is offering a free kettle with every order", {"offer": "a free kettle", "loyalty_card": None}),
    ("can I scan my own clubcard on the home's shopping?", {"loyalty_card": True}),
    ("the firm offers points on all that we order", {"loyalty_card": None}),
]
SPONSORSHIP = [
    ("a bakery wants to sponsor our fun day", {"direction": "to_council", "activity": "our fun day"}),
    ("we're sponsoring a race that my wife organises", {"direction": "by_council", "benefit_to": "spouse"}),
    ("the council sponsors a choir that my friend runs", {"direction": "by_council", "benefit_to": "friend"}),
    ("my cousin's band gets sponsored by our department", {"direction": "by_council", "benefit_to": "relative"}),
    ("sponsorship", {"direction": None, "benefit_to": None}),
]
MEDIA = [
    ("the Herald rang about a teacher who was suspended", {"about": "employee_position", "outlet": "the Herald"}),
    ("a reporter asked me about the roadworks", {"about": "council_business", "outlet": "a reporter"}),
    ("a journalist wants to talk about my hobby", {"about": "other"}),
    ("I'm authorised to speak to them about the merger", {"authorised": "specific"}),
    ("nobody has authorised me", {"authorised": "no"}),
    ("a journalist phoned me", {"about": None, "authorised": None}),
]
AGGRESSION = [
    ("a man shoved me at the depot yesterday", {"where": "at the depot", "injured": None}),
    ("I was attacked by a customer", {"where": None, "what_happened": "I was attacked by a customer"}),
    ("she punched me in the arm and left a bruise", {"injured": True}),
    ("he pushed me over but I'm not hurt", {"injured": False}),
    ("what do I do if somebody threatens me?", {"what_happened": None}),
    ("I want to report a customer", {"what_happened": None, "injured": None}),
]
TOLD = [
    (situation, text, expected)
    for situation, told in (
        ("prize_won", PRIZES),
        ("bequest_left", BEQUESTS),
        ("promotional_offer", PROMOTIONS),
        ("sponsorship_offered", SPONSORSHIP),
        ("media_enquiry", MEDIA),
        ("customer_aggression", AGGRESSION),
    )
    for text, expected in told
]


@pytest.mark.parametrize(("situation", "text", "expected"), TOLD)
def test_the_facts_are_those_that_the_sentence_tells(situation, text, expected):
    found = facts_for(situation, "employee", text, extract(text, NOW), NOW)
    assert {name: found.get(name) for name in expected} == expected
