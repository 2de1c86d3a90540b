"""Compile every kernel before anybody waits for one: a tiny cohort that uses every kind, and every solver
once.
"""

from time import perf_counter

from matchmaker.asked import OPTIONS
from matchmaker.cohort import Cohort, Person
from matchmaker.prepared import prepare
from matchmaker.rules import Rules
from matchmaker.solving import warming

CELLS = {"x": "Mon 09:00-12:00", "n": "3", "p": "52.5, 13.4"}
COLUMN = {"gap": "n", "distance": "p"}


def warm() -> float:
    """Play a round of two people once; return the seconds taken. Later starts load the cache beside the
    code.
    """
    began = perf_counter()
    warming.warm()
    column = {kind: COLUMN.get(kind, "x") for kind in OPTIONS}
    criteria = [{"kind": kind, "mentor": column[kind], "mentee": column[kind]} for kind in OPTIONS]
    rules = Rules.from_mapping({"columns": {"languages": "n", "hours": "x"}, "criterion": criteria})
    one = Cohort([Person("mentor", {**CELLS})], [Person("mentee", {**CELLS})])
    prepared = prepare(one, rules)
    for aim in ("most_matched", "stable"):
        prepared.cards(prepared.play(aim=aim))
    return perf_counter() - began
