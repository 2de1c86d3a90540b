"""Lending encoded parts to a cohort that differs only in places or in what the rules demand: small changes
stay quick.
"""

from copy import copy
from dataclasses import replace

from matchmaker.criteria.criterion import Part
from matchmaker.sheet import Setting


def alike(one: Setting, other: Setting) -> bool:
    """Return whether parts encoded for one setting are right for the other."""
    asked = [[replace(rule, must=False, weight=0) for rule in each.rules.criteria] for each in (one, other)]
    if asked[0] != asked[1] or one.rules.columns != other.rules.columns or one.as_of != other.as_of:
        return False
    known = [(each.cohort.taxonomy, each.cohort.meanings, each.cohort.labels) for each in (one, other)]
    people = [[*each.mentors.people, None, *each.mentees.people] for each in (one, other)]
    same_rows = [[(p.id, id(p.cells), p.arrived) if p else None for p in rows] for rows in people]
    return all(a is b for a, b in zip(*known, strict=True)) and same_rows[0] == same_rows[1]


def borrowed(parts: list[Part], setting: Setting) -> list[Part]:
    """Return the same parts under the new rules; what is written in `must` and `weight` is no part of the
    encoding.
    """
    lent = [copy(part) for part in parts]
    for part, rule in zip(lent, setting.rules.criteria, strict=True):
        part.rule = rule
    return lent
