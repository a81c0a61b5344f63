"""The words after "if" for each fact that a rule reads and each of its values, as they follow "it would be different".

They may hold ``{you}``, ``{your}``, ``{whom}`` and ``{whose}`` ("you", "your", "you" and "yours" to its owner, the name
to others), ``{giver}``, and for a number ``{at}``. What one situation words differently stands under its own name.
"""

from collections.abc import Mapping

from dialogs.supposed_ties import EXACTLY, OVER, TIES, UNDER

_DEVICES = {
    "ipad": "it were an iPad or tablet",
    "laptop": "it were a laptop",
    "phone": "it were a phone",
    "id_card": "it were an ID card",
    "removable_media": "it were a USB stick or drive",
    "other": "it were some other thing",
}
_DATA = {
    "council": "it were the council's information",
    "constituents": "it were constituents' information",
    "party": "it were information of {your} party",
    "none": "there were nobody else's information on it",
}

SUPPOSED: Mapping[str, Mapping[object, str]] = {
    **TIES,
    "value": {
        UNDER: "it were worth {at} or less",
        OVER: "it were worth more than {at}",
        EXACTLY: "it were worth {at}",
    },
    "form": {
        "goods": "it were an ordinary present",
        "money": "it were money or a voucher",
        "promotional": "it were a promotional give-away",
    },
    "token": {True: "it were just a token, such as a pen or a diary", False: "it were more than a token"},
    "regular": {True: "it happened regularly", False: "it didn't happen regularly"},
    "giver_relation": {
        "seeking_business": "{giver} were seeking the council's business",
        "supplier": "{giver} were a supplier or contractor",
        "decision_applicant": "{giver} were waiting for a decision by the council",
        "service_user": "{giver} were a resident or a service user",
        "other": "{giver} had no such tie to the council",
    },
    "letting_contract": {
        True: "{you} had a part in letting a contract that {giver} could win",
        False: "{you} had no part in letting a contract that {giver} could win",
    },
    "purchasing": {
        True: "{you} bought goods or services for the council as part of {your} job",
        False: "{you} didn't buy goods or services for the council as part of {your} job",
    },
    "recipient": {"self": "it were offered to nobody but {whom}", "family": "it were offered to {your} family"},
    "wants_to_accept": {True: "{you} wanted to accept it", False: "{you} didn't want to accept it"},
    "what": {
        "refreshments": "it were tea, coffee or snacks",
        "meal": "it were a meal",
        "institute_dinner": "it were a society or institute dinner",
        "tickets": "it were tickets",
        "hotel": "it were a free hotel stay",
        "holiday": "it were a holiday",
        "business_trip": "it were a trip paid for by a company",
        "company_flat": "it were the use of a company's flat or suite",
        "other": "it were hospitality of another kind",
    },
    "council_sponsored": {
        True: "it were for an event that the council supports",
        False: "it were for an event that the council doesn't support",
    },
    "in_doubt": {True: "{you} had a doubt about it", False: "{you} had no doubt about it"},
    "where": {
        "council_business": "it were won on the council's business",
        "council_funds": "it were won with the council's money",
        "hospitality_event": "it were won at a hospitality event",
        "own_time": "it were won in {your} own time",
    },
    "from_service_user": {
        True: "it came from somebody who uses, or used, the council's services",
        False: "it came from somebody who never used the council's services",
    },
    "because_of_job": {
        True: "it were left to {whom} because of {your} job",
        False: "it were left to {whom} for a reason other than {your} job",
    },
    "loyalty_card": {
        True: "it were a loyalty card used on the council's purchases",
        False: "it were an offer, and no loyalty card",
    },
    "direction": {
        "to_council": "somebody sponsored the council",
        "by_council": "the council sponsored something",
    },
    "matter": {
        "conviction": "it were a conviction",
        "caution": "it were a caution",
        "charge": "it were a charge",
        "investigation": "it were an investigation by the police",
        "ban": "it were a ban",
        "police_enquiry": "it were a wish of the police to talk to {whom}",
        "pending_prosecution": "it were a court case still to come",
        "driving_minor": "it were only a minor driving offence",
    },
    "trust_post": {
        True: "{you} worked with children or vulnerable adults",
        False: "{you} didn't work with children or vulnerable adults",
    },
    "job_uses_car": {
        True: "{your} job included the use of a car",
        False: "{your} job didn't include the use of a car",
    },
    "body": {
        "this_county_council": "it were for this county council",
        "parliament": "it were for Parliament",
        "district": "it were for a district council",
        "borough": "it were for a borough council",
        "parish": "it were for a parish or community council",
        "other_county": "it were for another county council",
    },
    "politically_restricted": {
        True: "{your} post were politically restricted",
        False: "{your} post weren't politically restricted",
    },
    "alone": {True: "{you} made it alone", False: "{you} made it with others"},
    "in_course_of_duties": {
        True: "it came about in the course of {your} work here",
        False: "it came about outside {your} work here",
    },
    "changed": {True: "something had changed since the last declaration", False: "nothing had changed since then"},
    "nil": {True: "there were nothing to declare", False: "there were something to declare"},
    "new_starter": {True: "{you} had just started here", False: "{you} hadn't just started here"},
    "worker_kind": {
        "employee": "{you} worked here as an employee",
        "agency": "{you} worked here through an agency",
        "freelance": "{you} worked here as a freelance or contractor",
    },
    "hours_per_week_total": {
        UNDER: "both jobs came to {at} or less",
        OVER: "both jobs came to more than {at}",
        EXACTLY: "both jobs came to {at}",
    },
    "conflict": {
        True: "it could conflict with what the council does",
        False: "it couldn't conflict with what the council does",
    },
    "affects_duties": {
        True: "it could affect {your} work here",
        False: "it couldn't affect {your} work here",
    },
    "private_advantage": {
        True: "{your} job here could give {whom} an advantage in it",
        False: "{your} job here could give {whom} no advantage in it",
    },
    "health_risk": {
        True: "it could harm {your} health or safety",
        False: "it couldn't harm {your} health or safety",
    },
    "purpose": {
        "council_business": "it were for council business",
        "group_mainly_council": "it were for {your} group, about the council's work",
        "party_political": "it were for party politics",
        "personal": "it were for something personal",
        "personal_business": "it were for a business of {your} own",
        "occasional_personal_internet": "it were a bit of personal internet now and then",
    },
    "for_other_business": {
        True: "it were for other business than the council's",
        False: "it weren't for other business than the council's",
    },
    "activity": {
        "advise": "{you} advised them",
        "attend_meeting": "{you} went to a meeting of theirs",
    },
    "about": {
        "council_business": "it were about the council's business",
        "employee_position": "it were about an employee",
        "other": "it were about something other than the council and its employees",
    },
    "authorised": {
        "general": "{you} were authorised as a spokesperson",
        "specific": "{you} were authorised to speak on this matter",
        "union": "{you} spoke for a trade union, authorised by it",
        "no": "nobody had authorised {whom} to speak",
    },
    "injured": {True: "{you} were hurt", False: "{you} weren't hurt"},
    "device": _DEVICES,
    "how": {"lost": "it were lost", "stolen": "it were stolen"},
    "owner": {"council": "it were the council's", "own": "it were {your} own"},
    "encrypted": {True: "it were encrypted", False: "it weren't encrypted"},
    "personal_data": {
        True: "there were information about people in it",
        False: "there were no information about people in it",
    },
    "data_of": _DATA,
    "left_unattended": {True: "it were left unattended", False: "it were never left unattended"},
    "in_vehicle": {True: "it were in a vehicle", False: "it weren't in a vehicle"},
    "overnight": {True: "it were there overnight", False: "it weren't there overnight"},
    "opened": {True: "something in it had been opened", False: "nothing in it had been opened"},
    "damaged": {True: "it were damaged", False: "it weren't damaged"},
    "council_business": {True: "it were for council business", False: "it weren't for council business"},
    "category": {
        "terrorist": "it held terrorist content",
        "offensive": "it held offensive content",
        "sexual": "it held sexual content",
        "game_playing": "it held games",
        "gambling": "it held gambling",
        "other": "it held none of the content that the code names",
    },
    "in_toolkit": {
        True: "it were part of the members' toolkit",
        False: "it weren't part of the members' toolkit",
    },
    "has_business_case": {True: "there were a business case", False: "there were no business case"},
    "supplied_by_it": {
        True: "the IT Section had supplied it",
        False: "it came from elsewhere than the IT Section",
    },
    "equipment": {
        "ipad": "it were an iPad",
        "laptop": "it were a laptop",
        "printer": "it were a printer",
        "email_on_phone": "it were council email on {your} phone",
        "other": "it were other equipment",
    },
    "security_software": {
        True: "{your} phone had security software, kept up to date",
        False: "{your} phone had no security software that is kept up to date",
    },
    "school_employee": {True: "{you} worked for a school", False: "{you} didn't work for a school"},
    "school_type": {
        "community": "{your} school were a community school",
        "voluntary_controlled": "{your} school were a voluntary controlled school",
        "foundation": "{your} school were a foundation school",
        "voluntary_aided": "{your} school were a voluntary aided school",
    },
    "headteacher": {True: "{you} were the headteacher", False: "{you} weren't the headteacher"},
    "sponsorship_offered.value": {
        UNDER: "the sponsorship were {at} or less",
        OVER: "the sponsorship were more than {at}",
        EXACTLY: "the sponsorship were {at}",
    },
    "blocked_site_request.council_business": {
        True: "{you} needed it for council business",
        False: "{you} didn't need it for council business",
    },
    "data_breach.data_of": {**_DATA, "none": "it were nobody's information"},
    "papers_lost.data_of": {**_DATA, "none": "there were nobody else's information in them"},
}


def words_for(situation: str, fact: str) -> Mapping[object, str]:
    """Give the words for each value of a fact in a situation. Raises KeyError where there are none."""
    return SUPPOSED.get(f"{situation}.{fact}") or SUPPOSED[fact]
