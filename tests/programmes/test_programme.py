"""Settings in versions, sides, and who may see what."""

from cairn.journal.entry import Entry
from cairn.programmes.enrolment import MENTOR, Enrolment
from cairn.programmes.founding import found
from cairn.programmes.programme import Programme
from cairn.programmes.rules import may_coordinate, may_found, people_seen_by
from tests import cast as players
from tests.cast import Cast


def test_a_section_is_empty_before_anybody_sets_it(cast: Cast) -> None:
    assert players.programme().section("matching") == {}


def test_a_revision_is_a_new_version_and_leaves_other_sections(cast: Cast) -> None:
    programme = players.programme()
    programme.revise("matching", {"aim": "total_fit"}, by=cast.chen)
    programme.revise("calendar", {"weeks": 12}, by=cast.chen)
    latest = programme.settings()
    assert latest is not None
    assert (latest.version, latest.document) == (
        2,
        {"matching": {"aim": "total_fit"}, "calendar": {"weeks": 12}},
    )
    assert Entry.objects.filter(verb="programme.revised").count() == 2


def test_the_same_values_again_make_no_version(cast: Cast) -> None:
    programme = players.programme()
    first = programme.revise("matching", {"aim": "total_fit"}, by=cast.chen)
    assert programme.revise("matching", {"aim": "total_fit"}, by=cast.ada) == first


def test_a_section_handed_out_is_a_copy(cast: Cast) -> None:
    programme = players.programme()
    programme.revise("matching", {"weights": {"skills": 1}}, by=cast.chen)
    programme.section("matching")["weights"]["skills"] = 9
    assert programme.section("matching") == {"weights": {"skills": 1}}


def test_who_has_left_is_on_no_side_and_leaving_twice_is_leaving_once(cast: Cast) -> None:
    place = Enrolment.objects.get(person=cast.bruno)
    assert place.leave(by=cast.chen, why="moved") == place.leave(by=cast.chen)
    assert list(players.programme().mentors()) == []
    assert Entry.objects.filter(verb="enrolment.left").count() == 1


def test_coordinators_and_administrators_run_the_programme_and_nobody_else(cast: Cast) -> None:
    programme = players.programme()
    everybody = (cast.amina, cast.bruno, cast.chen, cast.dara, cast.ada)
    assert [may_coordinate(who, programme) for who in everybody] == [False, False, True, False, True]


def test_a_mentee_sees_the_mentors_of_the_programme_and_a_stranger_sees_nobody(cast: Cast) -> None:
    players.enrol(players.person("Fatou Ba"), "mentee")
    assert {who.name for who in people_seen_by(cast.amina)} == {"Amina Diallo", "Bruno Ferreira"}
    assert {who.name for who in people_seen_by(cast.dara)} == {"Dara Sok"}


def test_a_coordinator_of_one_programme_does_not_see_another(cast: Cast) -> None:
    other = found(name="Second Wind", slug="second-wind", by=cast.ada)
    players.enrol(cast.dara, MENTOR, to=other)
    assert cast.dara.name not in {who.name for who in people_seen_by(cast.chen)}
    assert list(Programme.objects.visible_to(cast.chen)) == [players.programme()]


def test_a_new_programme_has_an_address_of_its_own_in_any_script(cast: Cast) -> None:
    names = ("Spring cohort", "Spring cohort!", "Spring cohort", "春のプログラム", "x" * 200)
    slugs = [found(name=name, by=cast.chen).slug for name in names]
    assert slugs == ["spring-cohort", "spring-cohort-2", "spring-cohort-3", "programme", "x" * 50]


def test_only_whoever_runs_one_may_found_another(cast: Cast) -> None:
    everybody = (cast.amina, cast.bruno, cast.chen, cast.dara, cast.ada)
    assert [may_found(who) for who in everybody] == [False, False, True, False, True]
