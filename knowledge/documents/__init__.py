"""Policies as files: what a document says, and how it differs from the clauses in force."""
