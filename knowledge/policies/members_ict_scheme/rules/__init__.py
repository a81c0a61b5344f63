"""The rules of the Members ICT Scheme, in the order of SITUATIONS."""

from knowledge.policies.members_ict_scheme.rules import (
    data_breach,
    device_lost,
    equipment_fault,
    papers_lost,
    password_compromised,
    viruses,
)

RULES = (
    device_lost.RULE,
    papers_lost.RULE,
    data_breach.RULE,
    *viruses.RULES,
    password_compromised.RULE,
    equipment_fault.RULE,
)
