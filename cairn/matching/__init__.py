"""Matching: from a programme's people and rules to pairs, and from pairs to two people who said yes.

rulebook → cohort → workbench (the engine, prepared) → lab (what-if) → run (kept) → reviewing (by hand) →
publication (ten minutes) → proposal (two cards, two answers) → a mentorship. Only this room speaks to the
engine.
"""
