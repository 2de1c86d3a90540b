"""Mentorships: pairs (later circles) that have begun, who is in them, and the places they take.

A place is held while a proposal is open and kept when it becomes a mentorship; places are what keeps
anybody's limit.
"""
