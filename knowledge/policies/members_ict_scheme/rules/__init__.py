"""The rules of the Members ICT Scheme, in the order of SITUATIONS."""

from knowledge.policies.members_ict_scheme.rules import (
    blocked_site_request,
    data_breach,
    device_lost,
    equipment_fault,
    equipment_request,
    papers_lost,
    password_compromised,
    removable_media_request,
    software_request,
    use_of_council_resources,
    viruses,
)

RULES = (
    use_of_council_resources.RULE,
    device_lost.RULE,
    papers_lost.RULE,
    data_breach.RULE,
    *viruses.RULES,
    password_compromised.RULE,
    equipment_fault.RULE,
    software_request.RULE,
    removable_media_request.RULE,
    blocked_site_request.RULE,
    equipment_request.RULE,
)
