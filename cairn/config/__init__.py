"""Wiring, and nothing else: settings, root addresses, and the two tables, reactions and adapters."""
