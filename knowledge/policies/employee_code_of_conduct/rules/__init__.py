"""The rules of the Code of conduct, in the order of SITUATIONS."""

from knowledge.policies.employee_code_of_conduct.rules import (
    additional_employment,
    bequest_left,
    contract_interest,
    device_lost,
    gift_offered,
    hospitality_offered,
    interest_held,
    personal_relationship,
    prize_won,
    promotional_offer,
    recruitment_conflict,
    sponsorship_offered,
)

RULES = (
    gift_offered.RULE,
    hospitality_offered.RULE,
    prize_won.RULE,
    bequest_left.RULE,
    promotional_offer.RULE,
    sponsorship_offered.RULE,
    interest_held.RULE,
    contract_interest.RULE,
    personal_relationship.RULE,
    recruitment_conflict.RULE,
    additional_employment.RULE,
    device_lost.RULE,
)
