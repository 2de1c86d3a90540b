"""An agreement: pre-filled, one tap each, in versions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.mentorships.agreement import Agreement, Consent
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.refusal import Refused
from cairn.mentorships.terms import Terms
from cairn.programmes.format import format_named
from tests.cast import Cast
from tests.mentorships.conftest import Pair, agree, verbs

pytestmark = pytest.mark.django_db


def test_it_stands_ready_from_the_first_day(pair: Mentorship) -> None:
    first, kind = Agreement.objects.get(mentorship=pair), format_named("one-to-one")
    assert (first.version, first.by, first.agreed_at) == (1, None, None)
    assert (first.rhythm_days, first.minutes, first.response_days) == (kind.cadence[0], kind.minutes, 2)
    assert first.ends_on == clock.today() + timedelta(weeks=kind.term_weeks)
    assert (first.notes_shared, first.recording, pair.state) == (True, False, "forming")


def test_where_privacy_is_strict_notes_are_ones_own(together: Pair) -> None:
    assert together("reverse").agreements.get().notes_shared is False


def test_two_taps_make_it_work(pair: Mentorship, cast: Cast) -> None:
    first = pair.agreements.get()
    first.consent(cast.amina)
    first.consent(cast.amina)
    pair.refresh_from_db()
    assert (pair.state, first.agreed_at, Consent.objects.count()) == ("forming", None, 1)
    first.consent(cast.bruno)
    pair.refresh_from_db()
    assert pair.state == "working"
    assert first.agreed_at is not None
    assert verbs(pair) == ["begun", "agreed"]
    said = [(each.verb, each.actor_id) for each in Entry.objects.about(first)]
    assert said == [("agreement.agreed", cast.amina.pk), ("agreement.agreed", cast.bruno.pk)]


def test_the_old_one_is_in_force_until_everybody_agreed_to_the_new(pair: Mentorship, cast: Cast) -> None:
    agree(pair)
    first = pair.agreements.get()
    last_day = clock.today() + timedelta(days=100)
    terms = replace(first.as_terms(), rhythm_days=21, ends_on=last_day, words={"purpose": "To speak up."})
    second = Agreement.propose(pair, by=cast.bruno, terms=terms)
    assert pair.agreements.agreed().first() == first
    assert pair.ends_on == first.ends_on
    second.consent(cast.amina)
    pair.refresh_from_db()
    assert pair.agreements.agreed().first() == second
    assert (pair.ends_on, pair.state) == (last_day, "working")


def test_nobody_agrees_to_what_is_outdated(pair: Mentorship, cast: Cast) -> None:
    first = pair.agreements.get()
    second = Agreement.propose(pair, by=cast.amina, terms=Terms(minutes=30))
    with pytest.raises(Refused, match="newer version") as refused:
        first.consent(cast.bruno)
    assert refused.value.code == "outdated"
    assert (second.version, list(second.consents.values_list("person", flat=True))) == (2, [cast.amina.pk])


def test_a_circle_works_once_everybody_agreed(circle: Mentorship) -> None:
    version = circle.agreements.get()
    people = [member.person for member in circle.present()]
    for person in people[:-1]:
        version.consent(person)
    circle.refresh_from_db()
    assert circle.state == "forming"
    version.consent(people[-1])
    circle.refresh_from_db()
    assert circle.state == "working"


def test_a_format_without_an_agreement_works_at_once(together: Pair) -> None:
    flash = together("flash")
    assert (flash.state, flash.agreements.count(), flash.ends_on) == ("working", 0, None)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms(rhythm_days=0), "terms_out_of_bounds"),
        (Terms(minutes=900), "terms_out_of_bounds"),
        (Terms(ends_on=date(2020, 1, 1)), "last_day"),
    ],
)
def test_senseless_terms_are_refused(pair: Mentorship, cast: Cast, terms: Terms, code: str) -> None:
    with pytest.raises(Refused) as refused:
        Agreement.propose(pair, by=cast.amina, terms=terms)
    assert (refused.value.code, pair.agreements.count()) == (code, 1)


def test_the_database_refuses_a_version_twice(pair: Mentorship) -> None:
    first = pair.agreements.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        pair.agreements.create(organisation=pair.organisation, version=1, at=first.at, **Terms().columns())


def test_strangers_and_coordinators_neither_read_nor_agree(pair: Mentorship, cast: Cast) -> None:
    first = pair.agreements.get()
    for other in (cast.chen, cast.dara, cast.ada):
        assert list(Agreement.objects.visible_to(other)) == []
        assert list(Consent.objects.visible_to(other)) == []
        with pytest.raises(Refused, match="not part"):
            first.consent(other)
    assert list(Agreement.objects.visible_to(cast.amina)) == [first]


def test_its_words_rest_sealed(pair: Mentorship, cast: Cast) -> None:
    words = {"needs": "Captions, please.", "unknown": "is not kept"}
    made = Agreement.propose(pair, by=cast.amina, terms=Terms(words=words))
    assert Agreement.objects.get(pk=made.pk).terms == {"needs": "Captions, please."}
    with connection.cursor() as cursor:
        cursor.execute("SELECT terms FROM mentorships_agreement WHERE version = 2")
        assert b"Captions" not in bytes(cursor.fetchone()[0])
