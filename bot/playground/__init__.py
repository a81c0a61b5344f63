"""The demo's chat client: one Microsoft 365 Agents Playground for each person of ``config.PERSONAS``."""
