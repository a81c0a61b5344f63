"""The conversation: situations, questions, turns, repair, filing and approvals. Plain synchronous functions."""
