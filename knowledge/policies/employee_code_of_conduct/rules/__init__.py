"""The rules of the Code of conduct, in the order of SITUATIONS."""

from knowledge.policies.employee_code_of_conduct.rules import (
    additional_employment,
    annual_declaration,
    bequest_left,
    contract_interest,
    criminal_matter,
    device_lost,
    gift_offered,
    hospitality_offered,
    interest_held,
    invention_made,
    personal_relationship,
    prize_won,
    promotional_offer,
    recruitment_conflict,
    sponsorship_offered,
    standing_for_election,
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
    criminal_matter.RULE,
    standing_for_election.RULE,
    invention_made.RULE,
    annual_declaration.RULE,
    additional_employment.RULE,
    device_lost.RULE,
)
