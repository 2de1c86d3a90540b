"""Nothing leaves before ten minutes; taken back, nothing ever did; sent, it is sent once."""

from datetime import timedelta

import pytest

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.publishing import preview
from cairn.matching.refusal import Refused
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.matching.tasks import minute
from cairn.mentorships.seat import Seat
from cairn.people.person import Person
from cairn.programmes.enrolment import Enrolment
from cairn.programmes.programme import Programme

TEN = timedelta(minutes=10)


@pytest.fixture
def chen(steps: Programme) -> Person:
    found: Person = Person.objects.get(name="Chen Wei")
    return found


@pytest.fixture
def run(steps: Programme, trio: dict[str, Enrolment], chen: Person) -> Run:
    return make_run(steps, by=chen)


def verbs() -> list[str]:
    return [entry.verb for entry in Entry.objects.exclude(verb__in=("run.made", "programme.revised"))]


def proposed() -> set[tuple[str, str]]:
    return set(Proposal.objects.values_list("mentee__person__name", "mentor__person__name"))


def test_the_preview_is_what_is_sent(run: Run, chen: Person) -> None:
    seen = preview(run)
    assert (len(seen.pairings), seen.people, seen.held_back) == (2, 4, ())
    publication = Publication.prepare(run, by=chen)
    publication.send()
    assert proposed() == {(each.mentee.person.name, each.mentor.person.name) for each in seen.pairings}


def test_nothing_leaves_before_its_time(run: Run, chen: Person) -> None:
    publication = Publication.prepare(run, by=chen)
    with clock.moved(by=TEN - timedelta(seconds=2)):
        minute()
    assert (proposed(), verbs()) == (set(), ["publication.prepared"])
    with clock.moved(by=TEN):
        minute()
        minute()
    assert proposed() == {("Lena Hoffmann", "Bruno Ferreira"), ("Omar Haddad", "Mei Okafor")}
    assert verbs() == ["publication.prepared", "proposal.made", "proposal.made", "matching.published"]
    publication.refresh_from_db()
    assert publication.state == "sent"


def test_an_organisation_whose_clock_runs_ahead_sends_by_its_own_time(run: Run, chen: Person) -> None:
    organisation = run.organisation
    organisation.clock_shift = 86_400
    organisation.save()
    with clock.shift_by(86_400):
        Publication.prepare(run, by=chen)
    minute()
    assert proposed() == set()
    with clock.moved(by=TEN):
        minute()
    assert len(proposed()) == 2


def test_taken_back_it_leaves_nothing(run: Run, chen: Person) -> None:
    publication = Publication.prepare(run, by=chen)
    publication.withdraw(by=chen)
    with clock.moved(by=TEN * 6):
        minute()
    assert (proposed(), Seat.objects.count()) == (set(), 0)
    assert verbs() == ["publication.prepared", "publication.withdrawn"]
    assert publication.withdrawal.by == chen


def test_what_has_left_is_not_taken_back(run: Run, chen: Person) -> None:
    publication = Publication.prepare(run, by=chen)
    assert (publication.send(), publication.send()) == (2, 0)
    with pytest.raises(Refused, match="already left"):
        publication.withdraw(by=chen)


def test_one_publication_waits_at_a_time(run: Run, chen: Person) -> None:
    Publication.prepare(run, by=chen).withdraw(by=chen)
    Publication.prepare(run, by=chen)
    with pytest.raises(Refused, match="already on its way"):
        Publication.prepare(run, by=chen)


def test_who_left_or_is_full_meanwhile_is_held_back(
    run: Run, trio: dict[str, Enrolment], chen: Person
) -> None:
    trio["lena"].leave(by=chen)
    Seat.hold(trio["mei"], held_for=trio["mei"].pk)
    back = {each.mentee.person.name: why for each, why in preview(run).held_back}
    assert back == {"Lena Hoffmann": "left", "Omar Haddad": "full"}
    assert Publication.prepare(run, by=chen).send() == 0


def test_a_pair_is_never_proposed_twice(run: Run, steps: Programme, chen: Person) -> None:
    Publication.prepare(run, by=chen).send()
    again = Publication.prepare(make_run(steps, by=chen), by=chen)
    assert again.send() == 0
    assert len(proposed()) == 2


def test_both_places_are_held_from_the_moment_it_is_sent(run: Run, chen: Person) -> None:
    Publication.prepare(run, by=chen).send()
    held = set(Seat.objects.values_list("enrolment__person__name", "number"))
    assert held == {("Lena Hoffmann", 1), ("Bruno Ferreira", 1), ("Omar Haddad", 1), ("Mei Okafor", 1)}
