"""A programme of several formats: a round for each, capacity shared, circles that come about together."""

from pathlib import Path
from typing import Any

import pytest

from cairn.conversations.thread import Thread
from cairn.kernel import clock
from cairn.matching.cohort import gather
from cairn.matching.lab import play
from cairn.matching.pairing import Pairing
from cairn.matching.proposal import ACCEPTED, DECLINED, Proposal
from cairn.matching.publication import Publication
from cairn.matching.publishing import FEW, FULL, preview
from cairn.matching.rulebook import rules_of, save
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.journey import journey_of
from cairn.mentorships.load import load_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Seat
from cairn.people.person import Person
from cairn.people.skill_claim import OFFERED, WANTED, SkillClaim
from cairn.people.vocabulary import code_of
from cairn.programmes.enrolment import MENTEE, MENTOR, Clearance, Enrolment
from cairn.programmes.format import BUNDLED, format_named
from cairn.programmes.programme import Programme
from tests.matching.conftest import Join

NAMES = ("Amina Diallo", "Omar Haddad", "Lena Hoffmann", "Noor Haas", "Pia Lund", "Rui Mora")


@pytest.fixture
def chen(steps: Programme) -> Person:
    found: Person = Person.objects.get(name="Chen Wei")
    return found


@pytest.fixture
def blend(steps: Programme, chen: Person) -> Programme:
    steps.choose_formats(["one-to-one", "group", "flash"], by=chen)
    return steps


def only(enrolment: Enrolment, *formats: str) -> Enrolment:
    enrolment.choose_formats(formats, by=None)
    return enrolment


def seekers(join: Join, count: int = 6) -> list[Enrolment]:
    return [join(MENTEE, name, "Python") for name in NAMES[:count]]


def rows(programme: Programme, format: str) -> tuple[int, int]:
    found = gather(programme, format_named(format)).inputs
    return len(found.mentors), len(found.mentees)


def run_of(programme: Programme, format: str) -> Run:
    return make_run(programme, by=None, book=rules_of(programme, format))


def pairs(run: Run) -> set[tuple[str, str]]:
    found = Pairing.objects.filter(run=run)
    return set(found.values_list("mentee__person__name", "mentor__person__name"))


def test_each_round_has_only_who_takes_part_in_its_format(blend: Programme, join: Join) -> None:
    amina, omar = seekers(join, 2)
    join(MENTOR, "Bruno Ferreira", "Python")
    only(amina, "group")
    only(omar, "one-to-one", "flash")
    assert (rows(blend, "one-to-one"), rows(blend, "group")) == ((1, 1), (1, 1))
    assert pairs(run_of(blend, "one-to-one")) == {("Omar Haddad", "Bruno Ferreira")}


def test_naming_every_format_is_naming_none(blend: Programme, join: Join) -> None:
    (amina,) = seekers(join, 1)
    assert only(amina, "group", "flash", "one-to-one", "reverse").formats == []
    assert only(amina, "flash", "reverse").formats == ["flash"]


def test_the_first_format_with_rounds_is_meant_unless_one_is_named(steps: Programme, chen: Person) -> None:
    steps.choose_formats(["flash", "reverse", "mutual"], by=chen)
    assert rules_of(steps).format == "reverse"
    assert rules_of(steps, "mutual").format == "mutual"
    assert rules_of(steps, "group").format == "reverse"


def test_rules_follow_from_the_format(blend: Programme, join: Join, chen: Person) -> None:
    join(MENTOR, "Bruno Ferreira", "Python")
    join(MENTEE, "Amina Diallo", "Python")
    blend.choose_formats(["one-to-one", "group", "reverse", "executive"], by=chen)
    found = {each: rules_of(blend, each) for each in ("one-to-one", "group", "reverse", "executive")}
    assert {each: book.weights for each, book in found.items()} == {
        "one-to-one": {"skills": 8, "hours": 3, "waiting": 1},
        "group": {"skills": 8, "hours": 5, "waiting": 1},
        "reverse": {"skills": 8, "hours": 2, "waiting": 1},
        "executive": {"skills": 8, "hours": 2, "waiting": 1},
    }
    assert {each: (book.gates.line, book.gates.hours) for each, book in found.items()} == {
        "one-to-one": (2, 60),
        "group": (2, 60),
        "reverse": (3, 60),
        "executive": (2, 30),
    }


def test_each_format_keeps_its_own_rules(blend: Programme, join: Join, chen: Person) -> None:
    join(MENTOR, "Bruno Ferreira", "Python")
    join(MENTEE, "Amina Diallo", "Python")
    save(blend, rules_of(blend, "group").with_weights({"skills": 1}), by=chen)
    assert rules_of(blend, "group").weights["skills"] == 1
    assert rules_of(blend).weights["skills"] == 8
    assert blend.section("matching:group")["format"] == "group"
    assert blend.section("matching") == {}


def test_training_is_asked_of_the_sides_that_need_it(blend: Programme, join: Join) -> None:
    trained, _untrained = (join(MENTOR, name, "Python") for name in ("Bruno Ferreira", "Mei Okafor"))
    join(MENTEE, "Amina Diallo", "Python")
    assert not rules_of(blend).gates.training
    Clearance.objects.create(organisation_id=trained.organisation_id, enrolment=trained, kind="training")
    assert rules_of(blend).gates.training
    assert pairs(make_run(blend, by=None)) == {("Amina Diallo", "Bruno Ferreira")}


def test_a_clearance_the_format_asks_for_is_held_by_its_mentors(blend: Programme, join: Join) -> None:
    cleared, _other = (join(MENTOR, name) for name in ("Bruno Ferreira", "Mei Okafor"))
    Clearance.objects.create(organisation_id=cleared.organisation_id, enrolment=cleared, kind="supporter")
    (row,) = gather(blend, format_named("coping")).inputs.mentors
    assert row.id == str(cleared.person_id)


def test_who_declines_is_offered_another_in_the_same_format(
    steps: Programme, join: Join, chen: Person
) -> None:
    steps.choose_formats(["one-to-one", "reverse"], by=chen)
    amina = only(join(MENTEE, "Amina Diallo", "Python"), "reverse")
    for name in ("Bruno Ferreira", "Mei Okafor"):
        only(join(MENTOR, name, "Python"), "reverse")
    only(join(MENTOR, "Rosa Lindqvist", "Python"), "one-to-one")
    Publication.prepare(run_of(steps, "reverse"), by=chen).send()
    first = Proposal.objects.get()
    (second,) = first.decline(amina.person)
    assert (first.format, second.format) == ("reverse", "reverse")
    assert {first.mentor.person.name, second.mentor.person.name} == {"Bruno Ferreira", "Mei Okafor"}
    second.accept(amina.person)
    begun = second.accept(second.mentor.person)
    assert begun is not None
    assert (begun.format, begun.has("no_cancel_pledge")) == ("reverse", True)


def test_a_place_given_away_in_one_format_is_gone_in_the_other(
    steps: Programme, join: Join, chen: Person
) -> None:
    """Both runs are made before either is sent, so both want Bruno's only place."""
    steps.choose_formats(["one-to-one", "reverse"], by=chen)
    bruno = join(MENTOR, "Bruno Ferreira", "Python", capacity=1)
    only(join(MENTEE, "Amina Diallo", "Python"), "one-to-one")
    only(join(MENTEE, "Omar Haddad", "Python"), "reverse")
    runs = [run_of(steps, each) for each in ("one-to-one", "reverse")]
    assert [run.pairings.count() for run in runs] == [1, 1]
    Publication.prepare(runs[0], by=chen).send()
    assert [why for _pairing, why in preview(runs[1]).held_back] == [FULL]
    assert Publication.prepare(runs[1], by=chen).send() == 0
    assert load_of([bruno])[bruno.pk].total == 1
    assert rows(steps, "reverse") == (1, 1)
    assert run_of(steps, "reverse").pairings.count() == 0


def swapper(join: Join, side: str, name: str, *, teaches: str, learns: str) -> Enrolment:
    """Somebody who offers a skill and wants another, on whichever side they are listed."""
    enrolment = join(side, name, teaches if side == MENTOR else learns)
    claims = {MENTOR: (WANTED, learns), MENTEE: (OFFERED, teaches)}
    kind, label = claims[side]
    SkillClaim.objects.create(
        organisation_id=enrolment.organisation_id,
        person_id=enrolment.person_id,
        side=kind,
        code=code_of(label),
    )
    return enrolment


def test_mutual_brings_together_who_can_teach_each_other(steps: Programme, join: Join, chen: Person) -> None:
    """Mei could teach Amina too, but would learn nothing from her."""
    steps.choose_formats(["mutual"], by=chen)
    amina = swapper(join, MENTEE, "Amina Diallo", teaches="Python", learns="Presenting")
    bruno = swapper(join, MENTOR, "Bruno Ferreira", teaches="Presenting", learns="Python")
    swapper(join, MENTOR, "Mei Okafor", teaches="Presenting", learns="Negotiating")
    book = rules_of(steps)
    assert (book.criterion("swap").must, book.criterion("swap").options) == (True, {"floor": 0.3})
    run = make_run(steps, by=chen)
    assert pairs(run) == {("Amina Diallo", "Bruno Ferreira")}
    assert [reason["code"] for reason in run.pairings.get().reasons][:1] == ["swap"]
    Publication.prepare(run, by=chen).send()
    proposal = Proposal.objects.get()
    proposal.accept(amina.person)
    begun = proposal.accept(bruno.person)
    assert begun is not None
    assert (begun.has("halves"), {member.side for member in begun.members.all()}) == (True, {"peer"})


@pytest.fixture
def circle(blend: Programme, join: Join, chen: Person) -> list[Enrolment]:
    """Five in one circle around Bruno, who has a single place; the sixth takes part one-to-one."""
    people = seekers(join)
    only(people[5], "one-to-one")
    only(join(MENTOR, "Bruno Ferreira", "Python", capacity=1), "group")
    return people[:5]


def publish(programme: Programme, by: Person) -> list[Proposal]:
    Publication.prepare(run_of(programme, "group"), by=by).send()
    return list(Proposal.objects.with_people().order_by("mentee__person__name"))


def test_a_circle_takes_one_place_of_who_leads_it(
    blend: Programme, circle: list[Enrolment], chen: Person
) -> None:
    assert len(pairs(run_of(blend, "group"))) == 5
    proposals = publish(blend, chen)
    assert len(proposals) == 5
    assert len({each.circle for each in proposals}) == 1
    mentor = proposals[0].mentor
    assert load_of([mentor, *circle])[mentor.pk].held == 1
    assert Seat.objects.count() == 6


def test_the_lab_shows_the_circles_that_a_run_would_form(blend: Programme, circle: list[Enrolment]) -> None:
    view = play(blend, book=rules_of(blend, "group"))
    assert (view.matched, [each.given for each in view.loads]) == (5, [5])
    assert (sum(view.histogram), view.exact) == (5, False)


def test_too_few_for_a_circle_wait_and_are_told_so(blend: Programme, join: Join) -> None:
    seekers(join, 3)
    join(MENTOR, "Bruno Ferreira", "Python")
    run = run_of(blend, "group")
    assert run.pairings.count() == 0
    assert {each["code"] for each in run.report["unmatched"]} == {"no_circle"}
    view = play(blend, book=rules_of(blend, "group"))
    assert {each.sentence for each in view.waiting} == {
        "No circle of enough people came together around a mentor who would fit"
    }


def test_a_circle_that_has_shrunk_below_its_least_is_not_sent(
    blend: Programme, circle: list[Enrolment], chen: Person
) -> None:
    run = run_of(blend, "group")
    for enrolment in circle[:2]:
        enrolment.leave(by=chen)
    seen = preview(run)
    assert (seen.pairings, sorted(why for _pairing, why in seen.held_back)) == (
        (),
        [FEW, FEW, FEW, "left", "left"],
    )


def test_a_circle_begins_when_enough_said_yes_and_others_join_later(
    blend: Programme, circle: list[Enrolment], chen: Person
) -> None:
    proposals = publish(blend, chen)
    assert proposals[0].accept(proposals[0].mentor.person) is None
    for proposal in proposals[:3]:
        assert proposal.accept(proposal.mentee.person) is None
    begun = proposals[3].accept(proposals[3].mentee.person)
    assert begun is not None
    assert (begun.format, begun.members.count(), begun.origin) == ("group", 5, proposals[0].circle)
    joined = proposals[4].accept(proposals[4].mentee.person)
    assert joined == begun
    assert begun.members.filter(left_at=None).count() == 6
    assert Thread.objects.of_origin(begun.pk).get().parts.count() == 6
    assert set(Proposal.objects.values_list("state", flat=True)) == {ACCEPTED}
    assert Seat.objects.filter(mentorship=begun).count() == Seat.objects.count() == 6
    assert Mentorship.objects.count() == 1


def test_saying_yes_twice_begins_one_circle(blend: Programme, circle: list[Enrolment], chen: Person) -> None:
    proposals = publish(blend, chen)
    for proposal in proposals:
        proposal.accept(proposal.mentee.person)
    begun = proposals[0].accept(proposals[0].mentor.person)
    assert begun is not None
    assert proposals[0].accept(proposals[0].mentor.person) == begun
    assert begun.members.count() == 6


def test_one_who_declines_leaves_the_circle_to_the_others(
    blend: Programme, circle: list[Enrolment], chen: Person
) -> None:
    proposals = publish(blend, chen)
    assert proposals[0].decline(proposals[0].mentee.person) == []
    assert Seat.objects.count() == 5
    for proposal in proposals[1:]:
        proposal.accept(proposal.mentee.person)
    begun = proposals[1].accept(proposals[1].mentor.person)
    assert begun is not None
    assert begun.members.count() == 5


def test_when_it_can_no_longer_be_enough_everybody_is_free(
    blend: Programme, circle: list[Enrolment], chen: Person
) -> None:
    proposals = publish(blend, chen)
    for proposal in proposals[:2]:
        proposal.decline(proposal.mentee.person)
    assert set(Proposal.objects.values_list("state", flat=True)) == {DECLINED}
    assert Seat.objects.count() == 0


def test_without_a_leader_there_is_no_circle(blend: Programme, circle: list[Enrolment], chen: Person) -> None:
    proposals = publish(blend, chen)
    proposals[2].decline(proposals[2].mentor.person)
    assert set(Proposal.objects.values_list("state", flat=True)) == {DECLINED}
    assert Seat.objects.count() == 0


def test_a_ninth_format_runs_from_its_file_alone(
    steps: Programme, join: Join, chen: Person, tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    (tmp_path / "formats").mkdir()
    own = (BUNDLED / "one-to-one.toml").read_text(encoding="utf-8")
    own = own.replace('id = "one-to-one"', 'id = "walk-and-talk"').replace("goal = 0.38", "goal = 0.31")
    own = own.replace("time = 0.13", "time = 0.20")
    (tmp_path / "formats/walk-and-talk.toml").write_text(own, encoding="utf-8")
    steps.choose_formats(["walk-and-talk"], by=chen)
    amina, bruno = join(MENTEE, "Amina Diallo", "Python"), join(MENTOR, "Bruno Ferreira", "Python")
    assert rules_of(steps).weights == {"skills": 8, "hours": 5, "waiting": 1}
    Publication.prepare(make_run(steps, by=chen), by=chen).send()
    proposal = Proposal.objects.get()
    proposal.accept(amina.person)
    begun = proposal.accept(bruno.person)
    assert begun is not None
    assert (begun.format, begun.kind.id, begun.has("goals")) == ("walk-and-talk", "walk-and-talk", True)
    agreement = begun.agreements.get()
    for person in (amina.person, bruno.person):
        agreement.consent(person)
    begun.met(clock.now())
    assert [stone.state for stone in journey_of(begun).stones[:3]] == ["done"] * 3
    begun.begin_closing(by=amina.person)
    for person in (amina.person, bruno.person):
        Farewell.say(begun, by=person, choice="end", stays="A way to begin.")
    begun.refresh_from_db()
    assert (begun.state, begun.closed_as) == ("closed", "completed")
    assert Seat.objects.count() == 0
