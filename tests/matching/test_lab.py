"""The Lab: what a coordinator would recognise, and promises kept."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.matching import lab
from cairn.matching.hints import adopt
from cairn.matching.rulebook import rules_of
from cairn.packs.crowd import gather_crowd
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join


def names(programme: Programme, view: lab.LabView) -> dict[str, str]:
    people = {str(pk): name for pk, name in Person.objects.values_list("pk", "name")}
    return {people[pair.mentee]: people[pair.mentor] for pair in view.round.pairs}


def test_everybody_gets_who_offers_what_they_want(steps: Programme, trio: dict[str, Enrolment]) -> None:
    view = lab.play(steps)
    assert names(steps, view) == {"Lena Hoffmann": "Bruno Ferreira", "Omar Haddad": "Mei Okafor"}
    assert (view.mentees, view.mentors, view.matched) == (3, 2, 2)
    assert view.exact
    assert [each.name for each in view.waiting] == ["Amina Diallo"]
    assert [each.sentence for each in view.waiting] == ["All 2 mentors who would fit are full"]


def test_who_waits_is_told_the_nearest_missing_condition(steps: Programme, join: Join) -> None:
    join(MENTOR, "Bruno Ferreira", "Python", capacity=9)
    join(MENTEE, "Amina Diallo", "Python", languages=("fi",))
    join(MENTEE, "Lena Hoffmann", "Python", hours=("Sun 05:00-06:00",))
    join(MENTEE, "Omar Haddad", "Python", hours=())
    told = {each.name: each.sentence for each in lab.play(steps).waiting}
    assert told == {
        "Amina Diallo": "Speaks Finnish; the mentors who would fit do not",
        "Lena Hoffmann": "Free at other times than the mentors who would fit",
        "Omar Haddad": "Not filled in, so a condition cannot be checked: free hours",
    }


def test_demand_and_supply_put_the_shortest_first(steps: Programme, trio: dict[str, Enrolment]) -> None:
    assert [(each.label, each.wanted, each.offered, each.short) for each in lab.play(steps).supply] == [
        ("Presenting", 2, 1, 1),
        ("Python", 2, 1, 1),
    ]


def test_a_moved_slider_reads_nobody_again(steps: Programme) -> None:
    gather_crowd(steps, mentees=30, mentors=20)
    view = lab.play(steps)
    with CaptureQueriesContext(connection) as seen:
        again = lab.play(steps, book=view.book.with_weights({"skills": 1}), token=view.token)
    assert again.round != view.round
    assert not [query for query in seen if "people_skillclaim" in query["sql"]]


def test_as_many_queries_for_a_crowd_as_for_a_few(steps: Programme) -> None:
    counted = []
    for size in (6, 60):
        crowd = Programme.objects.create(organisation=steps.organisation, name="C", slug=f"c{size}")
        gather_crowd(crowd, mentees=size, mentors=size, domain=f"c{size}.example")
        lab.play(crowd)
        with CaptureQueriesContext(connection) as seen:
            lab.play(crowd)
        counted.append(len(seen))
    assert counted[0] == counted[1]


def test_a_hint_that_is_tried_gives_what_it_promised(steps: Programme) -> None:
    gather_crowd(steps, mentees=60, mentors=30, capacity=(1,))
    before = lab.play(steps)
    hints = lab.hints(steps, token=before.token)
    assert hints
    for hint in hints:
        tried = lab.play(steps, token=before.token, trying=[hint.key])
        assert tried.matched == hint.matched == before.matched + hint.gain


def test_a_hint_that_is_adopted_holds_for_the_next_round(
    steps: Programme, trio: dict[str, Enrolment]
) -> None:
    before = lab.play(steps)
    hint = lab.hints(steps, token=before.token)[0]
    assert hint.sentence.startswith("One more mentee")
    adopt(steps, hint.key, by=Person.objects.get(name="Chen Wei"))
    assert lab.play(steps).matched == hint.matched == 3


def test_a_must_that_is_lifted_matches_whom_it_shut_out(steps: Programme, join: Join) -> None:
    join(MENTOR, "Bruno Ferreira", "Python")
    join(MENTEE, "Amina Diallo", "Writing")
    strict = rules_of(steps).with_must("skills", must=True)
    assert lab.play(steps, book=strict).matched == 0
    (hint,) = lab.hints(steps, book=strict)
    assert (hint.key, hint.gain) == ("must=skills", 1)
    assert lab.play(steps, book=strict, trying=[hint.key]).matched == 1


def test_the_linter_names_whom_a_rule_shuts_out(steps: Programme, join: Join) -> None:
    join(MENTOR, "Bruno Ferreira", "Python")
    join(MENTEE, "Amina Diallo", "Python", languages=("fi",))
    join(MENTEE, "Omar Haddad", "Python")
    told = {each.rule: [who.name for who in each.mentees] for each in lab.lint(steps)}
    assert told == {"languages": ["Amina Diallo"], "all": ["Amina Diallo"]}
