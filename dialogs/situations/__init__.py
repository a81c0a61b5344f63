"""The situations, in the order in which the bot offers them."""

from dialogs.situation import Situation
from dialogs.situations.additional_employment import ADDITIONAL_EMPLOYMENT
from dialogs.situations.alcohol_on_premises import ALCOHOL
from dialogs.situations.annual_declaration import ANNUAL_DECLARATION
from dialogs.situations.assistive_technology import ASSISTIVE_TECHNOLOGY
from dialogs.situations.bequest_left import BEQUEST_LEFT
from dialogs.situations.blocked_site_request import BLOCKED_SITE_COUNCILLOR, BLOCKED_SITE_EMPLOYEE
from dialogs.situations.contract_interest import CONTRACT_INTEREST
from dialogs.situations.criminal_matter import CRIMINAL_MATTER
from dialogs.situations.customer_aggression import CUSTOMER_AGGRESSION
from dialogs.situations.data_breach import DATA_BREACH_COUNCILLOR, DATA_BREACH_EMPLOYEE
from dialogs.situations.device_lost import DEVICE_LOST_COUNCILLOR, DEVICE_LOST_EMPLOYEE
from dialogs.situations.equipment_fault import EQUIPMENT_FAULT_COUNCILLOR, EQUIPMENT_FAULT_EMPLOYEE
from dialogs.situations.equipment_request import EQUIPMENT
from dialogs.situations.gift_offered import GIFT_OFFERED
from dialogs.situations.hospitality_offered import HOSPITALITY_OFFERED
from dialogs.situations.ict_undertaking import ICT_UNDERTAKING
from dialogs.situations.inspection_booking import INSPECTION
from dialogs.situations.interest_held import INTEREST_HELD
from dialogs.situations.invention_made import INVENTION_MADE
from dialogs.situations.leaving_office import LEAVING_OFFICE
from dialogs.situations.media_enquiry import MEDIA_ENQUIRY
from dialogs.situations.meeting_recording import MEETING_RECORDING
from dialogs.situations.note_for_democratic_services import GIFT_NOTE, HOSPITALITY_NOTE
from dialogs.situations.papers_lost import PAPERS_LOST_COUNCILLOR, PAPERS_LOST_EMPLOYEE
from dialogs.situations.password_compromised import PASSWORD_COMPROMISED_COUNCILLOR, PASSWORD_COMPROMISED_EMPLOYEE
from dialogs.situations.personal_relationship import PERSONAL_RELATIONSHIP
from dialogs.situations.political_group_work import POLITICAL_GROUP_WORK
from dialogs.situations.prize_won import PRIZE_WON
from dialogs.situations.promotional_offer import PROMOTIONAL_OFFER
from dialogs.situations.recruitment_conflict import RECRUITMENT_CONFLICT
from dialogs.situations.removable_media_request import REMOVABLE_MEDIA
from dialogs.situations.software_request import SOFTWARE_COUNCILLOR, SOFTWARE_EMPLOYEE
from dialogs.situations.sponsorship_offered import SPONSORSHIP_OFFERED
from dialogs.situations.standing_for_election import STANDING_FOR_ELECTION
from dialogs.situations.suspicious_message import SUSPICIOUS_MESSAGE_COUNCILLOR, SUSPICIOUS_MESSAGE_EMPLOYEE
from dialogs.situations.training_request import TRAINING
from dialogs.situations.travel_abroad import TRAVEL_ABROAD
from dialogs.situations.use_of_council_resources import USE_COUNCILLOR, USE_EMPLOYEE
from dialogs.situations.virus_suspected import VIRUS_SUSPECTED_COUNCILLOR, VIRUS_SUSPECTED_EMPLOYEE

SITUATIONS: tuple[Situation, ...] = (
    GIFT_OFFERED,
    HOSPITALITY_OFFERED,
    INTEREST_HELD,
    ADDITIONAL_EMPLOYMENT,
    PERSONAL_RELATIONSHIP,
    CRIMINAL_MATTER,
    PRIZE_WON,
    BEQUEST_LEFT,
    PROMOTIONAL_OFFER,
    SPONSORSHIP_OFFERED,
    MEDIA_ENQUIRY,
    CUSTOMER_AGGRESSION,
    RECRUITMENT_CONFLICT,
    CONTRACT_INTEREST,
    STANDING_FOR_ELECTION,
    INVENTION_MADE,
    ANNUAL_DECLARATION,
    DEVICE_LOST_EMPLOYEE,
    DEVICE_LOST_COUNCILLOR,
    USE_EMPLOYEE,
    USE_COUNCILLOR,
    SOFTWARE_COUNCILLOR,
    SOFTWARE_EMPLOYEE,
    REMOVABLE_MEDIA,
    BLOCKED_SITE_COUNCILLOR,
    BLOCKED_SITE_EMPLOYEE,
    EQUIPMENT,
    TRAVEL_ABROAD,
    LEAVING_OFFICE,
    MEETING_RECORDING,
    ALCOHOL,
    POLITICAL_GROUP_WORK,
    TRAINING,
    ICT_UNDERTAKING,
    INSPECTION,
    ASSISTIVE_TECHNOLOGY,
    PAPERS_LOST_EMPLOYEE,
    PAPERS_LOST_COUNCILLOR,
    DATA_BREACH_EMPLOYEE,
    DATA_BREACH_COUNCILLOR,
    VIRUS_SUSPECTED_EMPLOYEE,
    VIRUS_SUSPECTED_COUNCILLOR,
    SUSPICIOUS_MESSAGE_EMPLOYEE,
    SUSPICIOUS_MESSAGE_COUNCILLOR,
    PASSWORD_COMPROMISED_EMPLOYEE,
    PASSWORD_COMPROMISED_COUNCILLOR,
    EQUIPMENT_FAULT_EMPLOYEE,
    EQUIPMENT_FAULT_COUNCILLOR,
    GIFT_NOTE,
    HOSPITALITY_NOTE,
)


def find_situation(situation_id: str, audience: str) -> Situation | None:
    """Give the situation as this audience meets it, or None where it has no conversation."""
    return next((s for s in SITUATIONS if (s.id, s.audience) == (situation_id, audience)), None)


def situation_ids() -> tuple[str, ...]:
    """Give each situation's id once, in order."""
    return tuple(dict.fromkeys(s.id for s in SITUATIONS))
