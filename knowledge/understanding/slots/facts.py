"""Which facts are read for which situation; the one table to extend when a situation gains a fact."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from knowledge.understanding.slots import conflict_facts as conflict
from knowledge.understanding.slots import data_facts as data
from knowledge.understanding.slots import declaration_facts as declaration
from knowledge.understanding.slots import employment_facts as employment
from knowledge.understanding.slots import encounter_facts as encounter
from knowledge.understanding.slots import giver_facts as giver
from knowledge.understanding.slots import incident_facts as incident
from knowledge.understanding.slots import interest_facts as interest
from knowledge.understanding.slots import offence_facts as offence
from knowledge.understanding.slots import offer_facts as offer
from knowledge.understanding.slots import permission_facts as permission
from knowledge.understanding.slots import prize_facts as prize
from knowledge.understanding.slots import request_facts as request
from knowledge.understanding.slots import side_offer_facts as side
from knowledge.understanding.slots import tie_facts as tie
from knowledge.understanding.slots.facts_base import Said, event_on, happened, offered_on
from knowledge.understanding.slots.kinds import Mentions

Reader = Callable[[Said], object]

_OFFER: Mapping[str, Reader] = {
    "value": offer.value,
    "giver": giver.giver,
    "giver_relation": giver.giver_relation,
    "regular": offer.regular,
    "letting_contract": offer.letting_contract,
    "purchasing": offer.purchasing,
    "recipient": offer.recipient,
    "wants_to_accept": offer.wants_to_accept,
    "offered_on": offered_on,
}
_INCIDENT: Mapping[str, Reader] = {
    "when": happened,
    "where": incident.where,
    "personal_data": data.personal_data,
    "data_of": data.data_of,
}
_ON_DEVICE: Mapping[str, Reader] = {**_INCIDENT, "device": incident.device, "owner": incident.owner}
FACTS: Mapping[str, Mapping[str, Reader]] = {
    "gift_offered": {**_OFFER, "item": offer.item, "form": offer.form, "token": offer.token},
    "hospitality_offered": {
        **_OFFER,
        "what": offer.what,
        "council_sponsored": offer.council_sponsored,
        "in_doubt": offer.in_doubt,
        "event_on": event_on,
    },
    "prize_won": {
        "where": prize.where,
        "item": prize.item,
        "thing": prize.item,
        "value": offer.value,
        "wants_to_accept": prize.wants_to_accept,
        "offered_on": offered_on,
    },
    "bequest_left": {
        "from_service_user": side.from_service_user,
        "because_of_job": side.because_of_job,
        "item": side.bequest,
        "thing": side.bequest,
        "value": offer.value,
        "giver": side.testator,
        "offered_on": offered_on,
    },
    "promotional_offer": {
        "loyalty_card": side.loyalty_card,
        "offer": side.offer,
        "giver": side.company,
    },
    "sponsorship_offered": {
        "direction": side.direction,
        "benefit_to": side.benefit_to,
        "activity": side.activity,
        "value": offer.value,
        "giver": side.sponsor,
        "offered_on": offered_on,
    },
    "interest_held": {
        "whose": interest.whose,
        "relative_kind": interest.relative_kind,
        "tie": interest.tie,
        "nature": interest.nature,
        "organisation": interest.organisation,
        "deals_with_council": interest.deals_with_council,
        "shareholding_percent": interest.shareholding_percent,
        "household_percent": interest.household_percent,
        "controls": interest.controls,
        "in_doubt": interest.in_doubt,
    },
    "additional_employment": {
        "work": employment.work,
        "employer": employment.employer,
        "hours_per_week_total": employment.hours_per_week_total,
        "conflict": employment.conflict,
        "affects_duties": employment.affects_duties,
        "private_advantage": employment.private_advantage,
        "health_risk": employment.health_risk,
        "when": event_on,
    },
    "personal_relationship": {
        "with": tie.with_whom,
        "related": tie.related,
        "authority": tie.authority,
        "party": tie.party,
        "since": tie.since,
    },
    "criminal_matter": {
        "matter": offence.matter,
        "trust_post": offence.trust_post,
        "job_uses_car": offence.job_uses_car,
        "since": offence.since,
    },
    "recruitment_conflict": {
        "relation": conflict.relation,
        "decision": conflict.decision,
        "tie": interest.tie_word,
        "since": tie.since,
    },
    "contract_interest": {
        "role": conflict.role,
        "whose": conflict.whose,
        "relative_kind": conflict.relative_kind,
        "tie": interest.tie_word,
        "nature": interest.nature,
        "contractor": conflict.contractor,
    },
    "standing_for_election": {
        "body": declaration.body,
        "politically_restricted": declaration.politically_restricted,
        "since": tie.since,
    },
    "invention_made": {
        "invention": declaration.invention,
        "in_course_of_duties": declaration.in_course_of_duties,
        "alone": declaration.alone,
        "since": tie.since,
    },
    "annual_declaration": {
        "worker_kind": declaration.worker_kind,
        "new_starter": declaration.new_starter,
        "changed": declaration.changed,
        "nil": declaration.nil,
    },
    "device_lost": {
        **_ON_DEVICE,
        "how": incident.how,
        "encrypted": data.encrypted,
        "left_unattended": incident.left_unattended,
        "in_vehicle": incident.in_vehicle,
        "overnight": incident.overnight,
        "police_reference": incident.police_reference,
    },
    "papers_lost": {**_INCIDENT, "what": incident.papers, "how": incident.how},
    "data_breach": {**_INCIDENT, "what": incident.material},
    "virus_suspected": {
        **_ON_DEVICE,
        "where": incident.whereabouts,
        "opened": incident.opened,
        "what": incident.infection,
    },
    "suspicious_message": {
        "when": happened,
        "opened": incident.opened,
        "device": incident.device,
        "owner": incident.owner,
        "what": incident.message,
    },
    "password_compromised": {
        "when": happened,
        "password_shared_with": incident.password_shared_with,
        "device": incident.device,
        "owner": incident.owner,
    },
    "equipment_fault": {
        **_ON_DEVICE,
        "where": incident.whereabouts,
        "damaged": incident.damaged,
        "what": incident.fault,
    },
    "use_of_council_resources": {
        "resource": request.resource,
        "purpose": request.use_purpose,
        "for_other_business": request.for_other_business,
        "when": request.day_ahead,
    },
    "software_request": {
        "software": request.software,
        "in_toolkit": request.in_toolkit,
        "when": request.day_ahead,
    },
    "removable_media_request": {
        "medium": request.medium,
        "has_business_case": request.has_business_case,
        "supplied_by_it": request.supplied_by_it,
        "when": request.day_ahead,
    },
    "blocked_site_request": {
        "site": request.site,
        "council_business": request.for_council,
        "category": request.category,
        "when": request.day_ahead,
    },
    "equipment_request": {
        "equipment": request.equipment,
        "security_software": request.security_software,
        "when": request.day_ahead,
    },
    "meeting_recording": {
        "meeting": permission.meeting,
        "purpose": permission.recorded_for,
        "when": request.day_ahead,
    },
    "assistive_technology": {"need": request.need},
    "alcohol_on_premises": {
        "event": permission.event,
        "place": permission.place,
        "when": request.day_ahead,
    },
    "political_group_work": {
        "group": permission.group,
        "activity": permission.activity,
        "when": request.day_ahead,
    },
    "training_request": {"topic": permission.topic, "when": request.day_ahead},
    "travel_abroad": {
        "country": permission.country,
        "devices": permission.devices,
        "leaves_on": permission.leaves_on,
        "returns_on": permission.returns_on,
    },
    "leaving_office": {"last_day": permission.last_day},
    "inspection_booking": {"device": incident.device, "last_inspected": permission.day_gone_by},
    "media_enquiry": {
        "about": encounter.about,
        "authorised": encounter.authorised,
        "outlet": encounter.outlet,
        "when": happened,
    },
    "customer_aggression": {
        "injured": encounter.injured,
        "what_happened": encounter.what_happened,
        "where": encounter.where,
        "when": happened,
    },
}


_BUT = re.compile(r"\bbut\b|\bit'?s (?:sat|here|just)\b", re.I)
_READ_THOUGH_NEGATED = frozenset(
    {
        "gift_offered",
        "hospitality_offered",
        "interest_held",
        "additional_employment",
        "software_request",
        "blocked_site_request",
        "leaving_office",
        "political_group_work",
        "personal_relationship",
        "recruitment_conflict",
        "contract_interest",
        "annual_declaration",
        "prize_won",
        "bequest_left",
        "promotional_offer",
        "sponsorship_offered",
        "media_enquiry",
        "customer_aggression",
        "suspicious_message",
        "virus_suspected",
        "standing_for_election",
        "invention_made",
    }
)


def facts_for(situation: str, audience: str, text: str, mentions: Mentions, now: datetime) -> dict[str, object]:
    """The facts of a situation that the text states (Decimal, date, datetime, bool, str); absent where it is silent.

    ``mentions`` is what ``extract(text, now)`` gave; ``audience`` is ``employee`` or ``councillor``. Any
    situation may carry ``thing``, the noun phrase to use in a sentence.
    """
    if mentions.negated and situation not in _READ_THOUGH_NEGATED and not _BUT.search(text):
        return {}
    said = Said(text, mentions, now)
    readers = {"thing": incident.thing, **FACTS.get(situation, {})}
    found = {name: read(said) for name, read in readers.items()}
    if audience == "employee" and found.get("purpose") == "group_mainly_council":
        found["purpose"] = None
    if audience == "councillor" and situation in ("gift_offered", "hospitality_offered"):
        found = {name: found[name] for name in found if name not in ("letting_contract", "purchasing")}
    return {name: value for name, value in found.items() if value is not None}
