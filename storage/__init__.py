"""What is kept: records, decisions, notices, drafts, people, clocks and the audit chain. Imports nothing above it."""
