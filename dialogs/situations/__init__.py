"""The situations, in the order in which the bot offers them."""

from dialogs.situation import Situation
from dialogs.situations.additional_employment import ADDITIONAL_EMPLOYMENT
from dialogs.situations.data_breach import DATA_BREACH_COUNCILLOR, DATA_BREACH_EMPLOYEE
from dialogs.situations.device_lost import DEVICE_LOST_COUNCILLOR, DEVICE_LOST_EMPLOYEE
from dialogs.situations.equipment_fault import EQUIPMENT_FAULT_COUNCILLOR, EQUIPMENT_FAULT_EMPLOYEE
from dialogs.situations.gift_offered import GIFT_OFFERED
from dialogs.situations.hospitality_offered import HOSPITALITY_OFFERED
from dialogs.situations.interest_held import INTEREST_HELD
from dialogs.situations.note_for_democratic_services import GIFT_NOTE, HOSPITALITY_NOTE
from dialogs.situations.papers_lost import PAPERS_LOST_COUNCILLOR, PAPERS_LOST_EMPLOYEE
from dialogs.situations.password_compromised import PASSWORD_COMPROMISED_COUNCILLOR, PASSWORD_COMPROMISED_EMPLOYEE
from dialogs.situations.suspicious_message import SUSPICIOUS_MESSAGE_COUNCILLOR, SUSPICIOUS_MESSAGE_EMPLOYEE
from dialogs.situations.virus_suspected import VIRUS_SUSPECTED_COUNCILLOR, VIRUS_SUSPECTED_EMPLOYEE

SITUATIONS: tuple[Situation, ...] = (
    GIFT_OFFERED,
    HOSPITALITY_OFFERED,
    INTEREST_HELD,
    ADDITIONAL_EMPLOYMENT,
    DEVICE_LOST_EMPLOYEE,
    DEVICE_LOST_COUNCILLOR,
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
