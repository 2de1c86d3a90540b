"""Changing a run by hand: what was shown is what is done, and it can be taken back."""

import pytest

from cairn.matching.act import Act
from cairn.matching.change import Change
from cairn.matching.exclusion import Exclusion
from cairn.matching.foreseeing import foresee
from cairn.matching.lock import Lock
from cairn.matching.pairing import Pairing
from cairn.matching.publication import Publication
from cairn.matching.refusal import Refused
from cairn.matching.reviewing import carry_out, undo
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.packs.crowd import gather_crowd
from cairn.people.block import Block
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join


@pytest.fixture
def chen(steps: Programme) -> Person:
    found: Person = Person.objects.get(name="Chen Wei")
    return found


@pytest.fixture
def run(steps: Programme, trio: dict[str, Enrolment], chen: Person) -> Run:
    return make_run(steps, by=chen)


def pairs(run: Run) -> dict[str, str]:
    rows = Pairing.objects.filter(run=run).values_list("mentee__person__name", "mentor__person__name")
    return dict(rows)


def pairing(run: Run, mentee: str) -> Pairing:
    found: Pairing = (
        Pairing.objects.filter(run=run).with_people().get(mentee__person__name__startswith=mentee)
    )
    return found


def test_matching_by_hand_shows_first_whom_it_costs(
    run: Run, trio: dict[str, Enrolment], chen: Person
) -> None:
    act = Act.match(trio["amina"], trio["bruno"])
    seen = foresee(run, act)
    assert [(each.mentee_name, each.before_name, each.after_name) for each in seen.others] == [
        ("Lena Hoffmann", "Bruno Ferreira", "")
    ]
    assert (seen.matched_before, seen.matched_after) == (2, 2)
    assert pairs(run) == {"Lena Hoffmann": "Bruno Ferreira", "Omar Haddad": "Mei Okafor"}
    carry_out(run, act, by=chen, revision=seen.revision)
    assert pairs(run) == {"Amina Diallo": "Bruno Ferreira", "Omar Haddad": "Mei Okafor"}
    assert pairing(run, "Amina").by_hand


def test_undo_brings_everything_back(run: Run, trio: dict[str, Enrolment], chen: Person) -> None:
    before = pairs(run)
    carry_out(run, Act.match(trio["amina"], trio["bruno"]), by=chen, revision=0)
    undo(run, by=chen, revision=1)
    assert pairs(run) == before
    assert not Lock.objects.exists()
    assert [(each.kind, each.revision) for each in Change.objects.filter(run=run)] == [
        ("match", 1),
        ("undo", 2),
    ]
    with pytest.raises(Refused, match="nothing to take back"):
        undo(run, by=chen, revision=2)


def test_a_locked_pair_survives_the_next_run(
    run: Run, steps: Programme, trio: dict[str, Enrolment], chen: Person
) -> None:
    carry_out(run, Act.match(trio["amina"], trio["mei"]), by=chen, revision=0)
    assert pairs(make_run(steps, by=chen))["Amina Diallo"] == "Mei Okafor"


def test_a_released_pair_stays_only_where_it_fits(
    run: Run, steps: Programme, trio: dict[str, Enrolment], chen: Person
) -> None:
    carry_out(run, Act.lock(pairing(run, "Lena")), by=chen, revision=0)
    carry_out(run, Act.release(pairing(run, "Lena")), by=chen, revision=1)
    assert not Lock.objects.exists()
    assert pairs(run)["Lena Hoffmann"] == "Bruno Ferreira"


def test_a_forbidden_pair_is_never_made_again(run: Run, steps: Programme, chen: Person) -> None:
    seen = foresee(run, Act.forbid_pair(pairing(run, "Omar")))
    change = carry_out(run, seen.act, by=chen, revision=0, why="They are cousins.")
    assert change.total_after == pytest.approx(seen.total_after)
    assert pairs(run) == {"Lena Hoffmann": "Bruno Ferreira", "Amina Diallo": "Mei Okafor"}
    assert Exclusion.objects.get().why == "They are cousins."
    assert "Omar Haddad" not in pairs(make_run(steps, by=chen))


def test_two_mentees_swap_their_mentors(run: Run, chen: Person) -> None:
    carry_out(run, Act.swap(pairing(run, "Lena"), pairing(run, "Omar")), by=chen, revision=0)
    assert pairs(run) == {"Lena Hoffmann": "Mei Okafor", "Omar Haddad": "Bruno Ferreira"}
    undo(run, by=chen, revision=1)
    assert pairs(run) == {"Lena Hoffmann": "Bruno Ferreira", "Omar Haddad": "Mei Okafor"}


def test_nobody_overwrites_what_somebody_else_just_did(
    run: Run, trio: dict[str, Enrolment], chen: Person
) -> None:
    carry_out(run, Act.lock(pairing(run, "Lena")), by=chen, revision=0)
    with pytest.raises(Refused, match="meanwhile"):
        carry_out(run, Act.match(trio["amina"], trio["bruno"]), by=chen, revision=0)


def test_a_mentor_is_not_held_past_the_limit(run: Run, trio: dict[str, Enrolment], chen: Person) -> None:
    carry_out(run, Act.match(trio["amina"], trio["bruno"]), by=chen, revision=0)
    with pytest.raises(Refused, match="no room"):
        foresee(Run.objects.get(), Act.match(trio["lena"], trio["bruno"]))


def test_hands_may_break_a_wish_but_say_which(
    steps: Programme, join: Join, trio: dict[str, Enrolment], chen: Person
) -> None:
    night = join(MENTOR, "Night Owl", "Python", hours=("Sun 02:00-04:00",))
    seen = foresee(make_run(steps, by=chen), Act.match(trio["amina"], night))
    assert seen.broken == ("hours",)


def test_no_hand_puts_together_who_blocked_each_other(
    steps: Programme, trio: dict[str, Enrolment], chen: Person
) -> None:
    Block.objects.create(
        organisation=steps.organisation, person=trio["mei"].person, blocked=trio["amina"].person
    )
    with pytest.raises(Refused, match="cannot be put together"):
        foresee(make_run(steps, by=chen), Act.match(trio["amina"], trio["mei"]))


def test_what_is_on_its_way_is_not_changed(run: Run, chen: Person) -> None:
    Publication.prepare(run, by=chen)
    with pytest.raises(Refused, match="on its way"):
        carry_out(run, Act.lock(pairing(run, "Lena")), by=chen, revision=0)


def test_what_was_foreseen_is_what_happens_in_a_crowd(steps: Programme, chen: Person) -> None:
    gather_crowd(steps, mentees=60, mentors=40)
    run = make_run(steps, by=chen)
    for revision in range(4):
        one, *_rest, other = Pairing.objects.filter(run=run).with_people().order_by("id")
        act = (Act.lock(one), Act.forbid_pair(one), Act.swap(one, other), Act.lock(other))[revision]
        seen = foresee(Run.objects.get(pk=run.pk), act)
        change = carry_out(run, act, by=chen, revision=revision)
        assert change.after == [[each.mentee, each.after or None] for each in seen.moved]
        assert sum(each.fit for each in Pairing.objects.filter(run=run)) == pytest.approx(seen.total_after)
