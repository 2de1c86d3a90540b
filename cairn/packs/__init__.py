"""Packs: people and programmes ready to be looked at: the demo organisation, and crowds for measuring."""
