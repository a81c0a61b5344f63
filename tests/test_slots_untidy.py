"""Facts in the words that people type: what they plainly tell is read, and what they do not tell is not."""

from datetime import datetime

import pytest

from knowledge.understanding.slots import extract, facts_for

NOW = datetime(2026, 11, 17, 10)

TOLD = [
    ("gift_offered", "the lot who cut our hedges dropped a crate of beer in", {"giver_relation": "supplier"}),
    ("gift_offered", "chap waiting on us for a licence left a bottle", {"giver_relation": "decision_applicant"}),
    ("gift_offered", "a firm after our custom sent chocolates, sent them straight back", {"wants_to_accept": False}),
    ("gift_offered", "my daughter was sent a bike by the builders, not me", {"recipient": "family"}),
    ("gift_offered", "pen with the company's logo on, first time they gave us owt", {"regular": False}),
    ("hospitality_offered", "they asked us to the races and i'd love to go", {"wants_to_accept": True}),
    (
        "hospitality_offered",
        "in the middle of scoring the bids and one of them offers lunch",
        {"letting_contract": True},
    ),
    ("prize_won", "won a telly at the supplier's xmas bash", {"where": "hospitality_event"}),
    ("prize_won", "the council fuel card put me in a draw and i won", {"where": "council_funds"}),
    ("bequest_left", "she was on my caseload and left me a ring", {"from_service_user": True}),
    ("bequest_left", "he never had owt off the council", {"from_service_user": False}),
    ("sponsorship_offered", "a bakery says they'll pay for the fun run", {"direction": "to_council"}),
    ("sponsorship_offered", "we're putting money into the gala", {"direction": "by_council"}),
    (
        "interest_held",
        "hubby works for the firm that does the council's bins",
        {"whose": "spouse", "nature": "employment"},
    ),
    ("interest_held", "my flatmate has shares in it", {"whose": "household"}),
    ("interest_held", "me brother owns a coach firm with contracts with the council", {"whose": "relative"}),
    ("interest_held", "they've never had any work from us", {"deals_with_council": "no"}),
    ("interest_held", "they might be bidding for work here", {"deals_with_council": "may_contract"}),
    ("interest_held", "what she says goes there", {"controls": True}),
    ("contract_interest", "I'm the one letting it and my best mate is in for it", {"role": "lets_contracts"}),
    ("contract_interest", "I keep an eye on the contractors on site", {"role": "supervises_contractors"}),
    ("personal_relationship", "dating a lad in the same housing team, I've no say over him", {"authority": False}),
    ("personal_relationship", "we've got together, no we're not related", {"related": False}),
    ("recruitment_conflict", "I sort of know one of them to nod to", {"relation": "acquaintance"}),
    ("recruitment_conflict", "shortlisting, and a good mate of mine has put in", {"relation": "friend"}),
    ("criminal_matter", "I work in a children's home and got cautioned", {"trust_post": True, "matter": "caution"}),
    ("criminal_matter", "banned for a year and I drive the day centre car for a living", {"job_uses_car": True}),
    ("additional_employment", "thats 36 a week with this one", {"hours_per_week_total": 36}),
    ("additional_employment", "it would be a proper risk to my health", {"health_risk": True}),
    ("additional_employment", "it won't clash with anything here, no conflict", {"conflict": False}),
    ("additional_employment", "I've been late in here because of it", {"affects_duties": True}),
    ("invention_made", "made it all on my own, in my own time", {"alone": True, "in_course_of_duties": False}),
    ("invention_made", "me and two others built it as part of our jobs", {"alone": False, "in_course_of_duties": True}),
    ("annual_declaration", "nothing's different from last year", {"changed": False}),
    ("annual_declaration", "not new, been here years", {"new_starter": False}),
    ("standing_for_election", "the council that pays me", {"body": "this_county_council"}),
    ("standing_for_election", "my post isn't restricted", {"politically_restricted": False}),
    ("media_enquiry", "comms have okayed me for just this one", {"authorised": "specific"}),
    ("media_enquiry", "I talked to them without asking", {"authorised": "no"}),
    ("customer_aggression", "he swung for me and I've a split lip", {"injured": True}),
    (
        "device_lost",
        "someone smashed the car window and it's gone from the boot",
        {"in_vehicle": True, "how": "stolen"},
    ),
    ("device_lost", "turned my back in the cafe and it had walked", {"left_unattended": True}),
    ("device_lost", "there was no password on it", {"encrypted": False}),
    ("device_lost", "residents' emails were on it", {"data_of": "constituents"}),
    ("data_breach", "names and addresses went to the wrong person", {"personal_data": True}),
    ("virus_suspected", "I tapped a link and a black box flashed up", {"opened": True, "what": "black box flashed up"}),
    ("password_compromised", "told our new starter my login", {"password_shared_with": "our new starter"}),
    ("equipment_fault", "it's not been dropped or bashed", {"damaged": False}),
    ("removable_media_request", "IT gave me a usb and the business case is written", {"has_business_case": True}),
    ("removable_media_request", "bought my own pen drive, no business case", {"supplied_by_it": False}),
    ("blocked_site_request", "bet365 won't open on my lunch", {"site": "bet365", "category": "gambling"}),
    ("blocked_site_request", "nothing to do with council work, just a quick game", {"council_business": False}),
    ("equipment_request", "I'd sooner have a laptop than this ipad", {"equipment": "laptop"}),
    ("equipment_request", "council mail on my own samsung, norton is on it", {"security_software": True}),
    ("political_group_work", "the independents want me along to their pre-meet", {"activity": "attend_meeting"}),
    ("meeting_recording", "film the toolbox talk for the new starters", {"purpose": "for the new starters"}),
    ("assistive_technology", "I could do with a screen magnifier", {"need": "a screen magnifier"}),
    ("travel_abroad", "spain for a week, back on 28 November", {"country": "Spain"}),
    ("use_of_council_resources", "print flyers for the wife's cake business", {"for_other_business": True}),
    ("software_request", "it's not in the toolkit", {"in_toolkit": False}),
]


def told(situation: str, text: str) -> dict:
    return facts_for(situation, "employee", text, extract(text, NOW), NOW)


@pytest.mark.parametrize(("situation", "text", "facts"), TOLD, ids=[text for _, text, _ in TOLD])
def test_what_people_plainly_tell_is_read(situation, text, facts):
    read = told(situation, text)
    assert {name: read.get(name) for name in facts} == facts


@pytest.mark.parametrize("situation", sorted({situation for situation, _, _ in TOLD}))
def test_what_is_not_told_is_not_read(situation):
    assert told(situation, "something has come up, and what should be done about it?") == {}


SILENT = [
    ("device_lost", "it was in the car park", "in_vehicle"),
    ("criminal_matter", "I haven't been charged with anything", "matter"),
    ("equipment_request", "I need a charger for my ipad", "equipment"),
    ("interest_held", "my client's brother works there", "whose"),
    ("hospitality_offered", "can I say no?", "wants_to_accept"),
    ("blocked_site_request", "the page won't load", "council_business"),
    ("additional_employment", "I do 20 hours here", "health_risk"),
]


@pytest.mark.parametrize(("situation", "text", "name"), SILENT, ids=[text for _, text, _ in SILENT])
def test_what_only_sounds_like_it_is_left_open(situation, text, name):
    assert told(situation, text).get(name) is None


def test_a_day_ahead_is_read_where_something_is_asked_for():
    read = told("meeting_recording", "record thursday's away day so that the part timers can catch up")
    assert read["when"].isoformat() == "2026-11-19"


def test_a_journey_ends_on_the_day_it_says():
    assert told("travel_abroad", "off to Portugal on 2 December til the 9th")["returns_on"].isoformat() == "2026-12-09"
