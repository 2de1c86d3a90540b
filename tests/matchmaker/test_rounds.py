import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from matchmaker import Cohort, Person, Round, prepare
from tests.matchmaker.people import RULES, broken_gates, cohort, rules

COHORTS = range(60)


def played(one: Cohort, **asked: Any) -> Round:
    return prepare(one, rules()).play(**asked)


def answer(found: Round) -> list[tuple[str, str, float]]:
    return [(pair.mentee, pair.mentor, pair.fit) for pair in found.pairs]


@pytest.mark.parametrize("aim", ["most_matched", "total_fit", "maximin", "stable"])
def test_no_gate_is_ever_broken_and_no_mentor_overfilled(aim: str) -> None:
    for seed in COHORTS:
        one = cohort(seed)
        found = played(one, aim=aim)
        mentors, mentees = ({row.id: row for row in side} for side in (one.mentors, one.mentees))
        for pair in found.pairs:
            assert broken_gates(mentees[pair.mentee], mentors[pair.mentor], one) == []
        load = Counter(pair.mentor for pair in found.pairs)
        assert [name for name, count in load.items() if count > mentors[name].capacity] == []
        assert {name: count for name, count in found.load.items() if count} == dict(load)


def test_every_mentee_is_either_matched_or_told_why() -> None:
    for seed in COHORTS:
        one = cohort(seed)
        found = played(one)
        told = [pair.mentee for pair in found.pairs] + [left.mentee for left in found.unmatched]
        assert sorted(told) == sorted(row.id for row in one.mentees)


def test_the_total_never_passes_the_bound() -> None:
    for seed in COHORTS:
        found = played(cohort(seed))
        assert found.total <= found.bound + 1e-6
        assert found.total == pytest.approx(sum(pair.fit for pair in found.pairs))


def test_the_order_of_rows_changes_nothing() -> None:
    for seed in COHORTS:
        one = cohort(seed)
        chance = random.Random(seed)  # noqa: S311  nothing secret
        shuffled = replace(
            one,
            mentors=chance.sample(list(one.mentors), len(one.mentors)),
            mentees=chance.sample(list(one.mentees), len(one.mentees)),
        )
        assert answer(played(shuffled)) == answer(played(one))


def test_the_same_seed_gives_the_same_round() -> None:
    one = cohort(3, mentees=40, mentors=30)
    assert answer(played(one, seed=7)) == answer(played(one, seed=7))


def test_swapping_self_identification_changes_nothing() -> None:
    for seed in COHORTS:
        one = cohort(seed)
        swapped = replace(one, mentors=_swapped(one.mentors), mentees=_swapped(one.mentees))
        assert answer(played(swapped)) == answer(played(one))


def _swapped(people: Sequence[Person]) -> list[Person]:
    other = {"f": "m", "m": "f", "x": ""}
    return [replace(row, cells={**row.cells, "gender": other[row.cells["gender"]]}) for row in people]


def test_no_fit_rises_when_free_time_shrinks() -> None:
    for seed in COHORTS:
        one = cohort(seed)
        chance = random.Random(seed)  # noqa: S311  nothing secret
        wide = [row for row in one.mentees if row.cells["free"].count(";") > 0]
        for person in wide[:3]:
            spans = person.cells["free"].split(";")
            less = ";".join(chance.sample(spans, len(spans) - 1))
            narrowed = replace(person, cells={**person.cells, "free": less})
            before = prepare(replace(one, mentees=[person]), rules())
            after = prepare(replace(one, mentees=[narrowed]), rules())
            for mentor in one.mentors:
                assert after.card(person.id, mentor.id).fit <= before.card(person.id, mentor.id).fit


def test_new_weights_on_a_prepared_cohort_give_what_a_fresh_one_gives() -> None:
    one = cohort(5, mentees=30, mentors=25)
    weights = {"skills": 0.1, "hours": 0.9}
    ready = prepare(one, rules())
    ready.play()
    assert answer(ready.play(weights=weights)) == answer(prepare(one, rules()).play(weights=weights))


def test_a_locked_pair_is_made_and_says_which_gates_it_breaks() -> None:
    one = cohort(1)
    ready = prepare(one, rules())
    mentee, mentor = one.mentees[0], next(m for m in one.mentors if broken_gates(one.mentees[0], m, one))
    found = ready.play(locked=[(mentee.id, mentor.id)])
    pair = next(pair for pair in found.pairs if pair.mentee == mentee.id)
    assert (pair.mentor, pair.locked) == (mentor.id, True)
    assert sorted(set(pair.broken) - {"capacity"}) == sorted(broken_gates(mentee, mentor, one))


def test_a_forbidden_pair_is_not_made() -> None:
    one = cohort(2)
    ready = prepare(one, rules())
    first = ready.play().pairs[0]
    after = ready.play(forbidden=[(first.mentee, first.mentor)])
    assert (first.mentee, first.mentor) not in {(pair.mentee, pair.mentor) for pair in after.pairs}


def test_parity_on_a_site_leaves_self_identification_out() -> None:
    asked = rules(round={"parity": ["site"]})
    found = prepare(cohort(4, mentees=30, mentors=30), asked).play()
    assert [pair.mentee for pair in found.pairs] == sorted(pair.mentee for pair in found.pairs)


def test_nobody_is_paired_twice_with_the_same_person() -> None:
    cells = {"skills": "Excel"}
    one = Cohort(
        mentors=[Person("Bruno", cells, 1), Person("Bruno", {**cells, "x": "2"}, 1), Person("Ben", cells, 1)],
        mentees=[Person("Amina", cells), Person("Amina", {**cells, "x": "2"})],
    )
    asked = rules(columns={"id": "id"}, criterion=RULES["criterion"][:1])
    assert sorted(pair.mentor for pair in prepare(one, asked).play().pairs) == ["Ben", "Bruno"]


def test_an_empty_cohort_is_a_round_without_pairs() -> None:
    assert played(Cohort(mentors=[], mentees=[])).pairs == ()
    alone = played(Cohort(mentors=[], mentees=cohort(0).mentees[:1]))
    assert [left.reason.code for left in alone.unmatched] == ["nobody_there"]
