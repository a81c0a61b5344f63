"""The rules of the Code of conduct, in the order of SITUATIONS."""

from knowledge.policies.employee_code_of_conduct.rules import (
    additional_employment,
    device_lost,
    gift_offered,
    hospitality_offered,
    interest_held,
)

RULES = (
    gift_offered.RULE,
    hospitality_offered.RULE,
    interest_held.RULE,
    additional_employment.RULE,
    device_lost.RULE,
)
