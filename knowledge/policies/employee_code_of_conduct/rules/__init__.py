"""The rules of the Code of conduct, in the order of SITUATIONS."""

from knowledge.policies.employee_code_of_conduct.rules import (
    blocked_site_request,
    device_lost,
    gift_offered,
    hospitality_offered,
    ict_incidents,
    software_request,
)

RULES = (
    gift_offered.RULE,
    hospitality_offered.RULE,
    device_lost.RULE,
    *ict_incidents.RULES,
    software_request.RULE,
    blocked_site_request.RULE,
)
