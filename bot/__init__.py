"""The edge: HTTP, tokens, the Bot Connector, cards, people, sending, and the command line."""
