"""What the product covers, proven by a program: ``python -m tests.coverage`` prints it, a test holds it.

Every row of the checklist, every clause, every question that is asked, every value of a fact and every outcome of a
situation has a line: how it is served, or that it is not.
"""
