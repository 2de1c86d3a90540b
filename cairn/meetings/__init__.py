"""Meetings: when people are free together, one time booked for them and for nobody else, and what came of it.

Time is kept by the database: every quarter of an hour a person gives is a row nobody can write twice, and so
is every meeting of their day, numbered up to the limit they set. A held time is such a row with an end.
"""
