"""The rules of the Members ICT Scheme, in the order of SITUATIONS."""

from knowledge.policies.members_ict_scheme.rules import device_lost

RULES = (device_lost.RULE,)
