"""Memory sticks and the like: prohibited, unless the IT Section supplied it and there is a valid business case.

Members ICT Scheme 5.21 (Removable media), 5.22 and 12.5 (MS-64-66, 100). "IT Section" is one of the names of the
Service Desk (X42).
"""

from knowledge.facts import Fact
from knowledge.phrases import is_many, the
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Duty, Outcome


def _medium(said) -> str:
    return the(said.medium, "storage device")


def _not_used(said) -> str:
    return f"{'they' if is_many(said.medium) else 'it'} can't be used"


def _supplied_sentence(said) -> str:
    either_way = "with or without a business case"
    if said.supplied_by_it is None:
        return f"Unless the IT Section supplied {_medium(said)}, {_not_used(said)}, {either_way}."
    return f"The IT Section did not supply {_medium(said)}, so {_not_used(said)}, {either_way}."


def _case_sentence(said) -> str:
    if said.has_business_case is None:
        return f"Unless there is a valid business case for {_medium(said)}, {_not_used(said)}."
    return f"There is no business case for {_medium(said)} yet, so {_not_used(said)}."


def _approval_sentence(said) -> str:
    return f"You have a business case for {_medium(said)}, so ask the Service Desk for approval before any use."


def _encrypt_sentence(said) -> str:
    return f"So whatever goes on {_medium(said)} should be encrypted, and the Service Desk can show you how."


def _disabled_sentence(said) -> str:
    return f"Until the Service Desk have enabled it, your equipment does not read {_medium(said)}."


def _sensitive_sentence(said) -> str:
    return f"Sensitive council information stays off {_medium(said)} even once the use is approved."


_CASE = "The use of removable media devices will only be approved if there is a valid business case for its use."

RULE = Rule(
    situation="removable_media_request",
    role=COUNCILLOR,
    own_facts=(
        Fact("medium", "text"),
        Fact("has_business_case", "bool", matters=True),
        Fact("supplied_by_it", "bool", matters=True),
    ),
    lines=(
        Line(
            key="not_supplied",
            when=lambda facts: not facts.supplied_by_it,
            gives=Outcome.REFUSE,
            cites=(
                Cite(
                    "5.22",
                    "Any removable media device that has not been supplied by the IT Section must not be used.",
                    _supplied_sentence,
                ),
            ),
        ),
        Line(
            key="no_business_case",
            when=lambda facts: not facts.has_business_case,
            gives=Outcome.REFUSE,
            cites=(Cite("5.21-removable-media", _CASE, _case_sentence),),
        ),
        Line(
            key="ask",
            when=lambda facts: facts.supplied_by_it and facts.has_business_case,
            gives=Outcome.APPROVAL,
            duties=(Duty.BUSINESS_CASE, Duty.ENCRYPT),
            cites=(
                Cite("5.21-removable-media", _CASE, _approval_sentence),
                Cite(
                    "5.21-removable-media",
                    "All data stored on removable media must be encrypted where possible.",
                    _encrypt_sentence,
                ),
                Cite(
                    "5.22",
                    "All ICT equipment supplied will by default have removable media facilities disabled",
                    _disabled_sentence,
                ),
                Cite("12.5", "No Council-related sensitive information should be stored locally", _sensitive_sentence),
            ),
        ),
    ),
    approver="service_desk",
)
