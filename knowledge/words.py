"""The fixed words of a ruling: outcomes, duties, roles, and which audience each situation belongs to."""

from enum import StrEnum

EMPLOYEE = "employee"
COUNCILLOR = "councillor"
ROLES = (EMPLOYEE, COUNCILLOR)


class Outcome(StrEnum):
    """What a ruling comes to, in order of strictness, hardest first.

    ``not_covered`` comes last: while a fact is unknown, a clause that may hold counts, and only where none can hold is
    the matter not covered.
    """

    REFUSE = "refuse"
    DECLINE = "decline"
    APPROVAL = "approval"
    REGISTER = "register"
    DECLARE = "declare"
    REPORT = "report"
    ACKNOWLEDGE = "acknowledge"
    NOTIFY = "notify"
    ADVICE = "advice"
    SIGNPOST = "signpost"
    MAY_ACCEPT = "may_accept"
    NOT_REQUIRED = "not_required"
    NOT_COVERED = "not_covered"


STRICTEST_FIRST = tuple(Outcome)


class Duty(StrEnum):
    """What a ruling asks of people. The order is the order in which they are read: what to do first comes first."""

    POWER_OFF = "power_off"
    CHANGE_PASSWORD = "change_password"
    IMMEDIATELY = "immediately"
    WITHOUT_DELAY = "without_delay"
    IN_GOOD_TIME = "in_good_time"
    CONTACT_SERVICE_DESK = "contact_service_desk"
    REPORT_DIGITAL_SERVICES = "report_digital_services"
    REPORT_HEAD_LEGAL = "report_head_legal"
    DO_NOT_RESET_DEVICE = "do_not_reset_device"
    KEEP_EVIDENCE = "keep_evidence"
    USE_MEDIA_LINE = "use_media_line"
    RECUSE = "recuse"
    TELL_MANAGER = "tell_manager"
    TELL_SENIOR_MANAGER = "tell_senior_manager"
    TELL_COMMUNICATIONS = "tell_communications"
    TELL_LEGAL_DEMOCRATIC_SERVICES = "tell_legal_democratic_services"
    TELL_DEMOCRATIC_SERVICES = "tell_democratic_services"
    TELL_TEMPORARY_STAFF_PROVIDER = "tell_temporary_staff_provider"
    FULL_DISCLOSURE = "full_disclosure"
    ASK_MANAGER = "ask_manager"
    MANAGER_APPROVAL = "manager_approval"
    SENIOR_MANAGER_APPROVAL = "senior_manager_approval"
    MANAGER_DECIDES = "manager_decides"
    REFUSAL_NEEDS_GROUND = "refusal_needs_ground"
    BUSINESS_CASE = "business_case"
    OVER_48_HOURS = "over_48_hours"
    CONSULT_POLITICALLY_RESTRICTED_POLICY = "consult_politically_restricted_policy"
    SECTION_151_OPTIONAL = "section_151_optional"
    ANNOUNCE_AT_START = "announce_at_start"
    ENCRYPT = "encrypt"
    SECURITY_SOFTWARE = "security_software"
    RETURN_EQUIPMENT = "return_equipment"
    TWO_WEEKS = "two_weeks"
    IN_WRITING = "in_writing"
    GIVE_REASON = "give_reason"
    RECORD = "record"
    SEPARATE_ENTRY = "separate_entry"
    RECORD_NOT_REQUIRED = "record_not_required"


MANAGERS_DUTIES = frozenset({Duty.MANAGER_APPROVAL, Duty.SENIOR_MANAGER_APPROVAL, Duty.MANAGER_DECIDES})
FALL_UNDER_REFUSE = MANAGERS_DUTIES | {
    Duty.GIVE_REASON, Duty.BUSINESS_CASE, Duty.ENCRYPT, Duty.SECURITY_SOFTWARE,
}  # fmt: skip

_EMPLOYEE_SITUATIONS = """
    gift_offered hospitality_offered prize_won bequest_left promotional_offer sponsorship_offered interest_held
    contract_interest personal_relationship recruitment_conflict criminal_matter standing_for_election invention_made
    annual_declaration additional_employment meeting_recording alcohol_on_premises political_group_work media_enquiry
    customer_aggression dependency_support
""".split()
_COUNCILLOR_SITUATIONS = """
    ict_undertaking removable_media_request equipment_request assistive_technology training_request travel_abroad
    leaving_office inspection_booking
""".split()
_SHARED_SITUATIONS = """
    use_of_council_resources device_lost papers_lost data_breach virus_suspected suspicious_message
    password_compromised equipment_fault software_request blocked_site_request fraud_concern harassment_or_bullying
    safeguarding_concern discrimination health_and_safety policy_question
""".split()

AUDIENCES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_EMPLOYEE_SITUATIONS, (EMPLOYEE,)),
    **dict.fromkeys(_COUNCILLOR_SITUATIONS, (COUNCILLOR,)),
    **dict.fromkeys(_SHARED_SITUATIONS, ROLES),
}

FACT_NAMES = frozenset(
    """
    item value form token regular giver giver_relation letting_contract purchasing recipient earlier_total
    wants_to_accept offered_on reason what council_sponsored in_doubt event_on
    where from_service_user because_of_job offer loyalty_card direction benefit_to
    whose relative_kind nature organisation deals_with_council shareholding_percent household_percent controls
    role contractor with related authority relation decision matter trust_post job_uses_car body politically_restricted
    employer work hours_per_week_total conflict affects_duties private_advantage health_risk
    meeting purpose when resource for_other_business event place group activity outlet about authorised
    invention alone in_course_of_duties changed nil new_starter worker_kind what_happened injured
    device how owner encrypted personal_data data_of left_unattended in_vehicle overnight police_reference
    opened damaged password_shared_with
    software in_toolkit medium has_business_case supplied_by_it site council_business category equipment
    security_software need topic country leaves_on returns_on devices last_day last_inspected
    school_employee school_type headteacher
    """.split()
)
"""Every fact that some situation has: given where a situation does not have it, a fact is passed over."""
