"""Which facts are read for which situation; the one table to extend when a situation gains a fact."""

from collections.abc import Callable, Mapping
from datetime import datetime

from knowledge.understanding.slots import employment_facts as employment
from knowledge.understanding.slots import incident_facts as incident
from knowledge.understanding.slots import interest_facts as interest
from knowledge.understanding.slots import offer_facts as offer
from knowledge.understanding.slots.facts_base import Said, event_on, happened, offered_on
from knowledge.understanding.slots.kinds import Mentions

Reader = Callable[[Said], object]

_OFFER: Mapping[str, Reader] = {
    "value": offer.value,
    "giver": offer.giver,
    "giver_relation": offer.giver_relation,
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
    "personal_data": incident.personal_data,
    "data_of": incident.data_of,
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
    "prize_won": {"item": offer.item, "value": offer.value, "wants_to_accept": offer.wants_to_accept},
    "bequest_left": {"value": offer.value},
    "promotional_offer": {"giver": offer.giver},
    "sponsorship_offered": {"value": offer.value, "giver": offer.giver},
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
        "when": event_on,
    },
    "device_lost": {
        **_ON_DEVICE,
        "how": incident.how,
        "encrypted": incident.encrypted,
        "left_unattended": incident.left_unattended,
        "in_vehicle": incident.in_vehicle,
        "overnight": incident.overnight,
        "police_reference": incident.police_reference,
    },
    "papers_lost": {**_INCIDENT, "what": incident.papers},
    "data_breach": _INCIDENT,
    "virus_suspected": {**_ON_DEVICE, "where": incident.whereabouts},
    "suspicious_message": {"when": happened, "opened": incident.opened, "device": incident.device},
    "password_compromised": {"when": happened},
    "equipment_fault": {**_ON_DEVICE, "where": incident.whereabouts, "damaged": incident.damaged},
    "customer_aggression": {"when": happened, "where": incident.where},
}


_READ_THOUGH_NEGATED = frozenset(
    {"gift_offered", "hospitality_offered", "interest_held", "additional_employment", "suspicious_message"}
)


def facts_for(situation: str, audience: str, text: str, mentions: Mentions, now: datetime) -> dict[str, object]:
    """The facts of a situation that the text states (Decimal, date, datetime, bool, str); absent where it is silent.

    ``mentions`` is what ``extract(text, now)`` gave; ``audience`` is ``employee`` or ``councillor``. Any
    situation may carry ``thing``, the noun phrase to use in a sentence.
    """
    if mentions.negated and situation not in _READ_THOUGH_NEGATED:
        return {}
    said = Said(text, mentions, now)
    readers = {**FACTS.get(situation, {}), "thing": incident.thing}
    found = {name: read(said) for name, read in readers.items()}
    if audience == "councillor" and situation in ("gift_offered", "hospitality_offered"):
        found = {name: found[name] for name in found if name not in ("letting_contract", "purchasing")}
    return {name: value for name, value in found.items() if value is not None}
