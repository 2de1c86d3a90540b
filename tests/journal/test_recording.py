"""The way into the journal: together with the act, ids and codes only."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from cairn.accounts.organisation import Organisation
from cairn.journal.entry import Entry
from cairn.journal.recording import NotInATransaction, WordsInTheJournal, record
from cairn.kernel import clock, ids


@pytest.fixture
def stone() -> Organisation:
    return Organisation(name="Stones", slug="stones")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction(stone: Organisation) -> None:
    with pytest.raises(NotInATransaction):
        record("stone.laid", organisation=stone, actor=None, subject=stone)
    assert Entry.everything.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_undone_leaves_no_entry(stone: Organisation) -> None:
    with transaction.atomic():
        record("stone.laid", organisation=stone, actor=None, subject=stone)
        transaction.set_rollback(True)
    assert Entry.everything.count() == 0


@pytest.mark.django_db
def test_an_entry_says_who_did_what_to_what_and_when(stone: Organisation) -> None:
    noon, actor = datetime(2026, 3, 1, 12, tzinfo=UTC), ids.new()
    with clock.moved(to=noon), clock.shift_by(60):
        data = {"side": "mentor", "of": [actor], "count": 2}
        made = record("stone.laid", organisation=stone, actor=actor, subject=stone, data=data)
    kept = Entry.objects.get(pk=made.pk)
    told = (
        kept.organisation_id,
        kept.actor_id,
        kept.subject_kind,
        kept.subject_id,
        kept.data,
        kept.at,
        kept.shift,
    )
    expected = {"side": "mentor", "of": [str(actor)], "count": 2}
    assert told == (
        stone.pk,
        actor,
        "accounts.organisation",
        stone.pk,
        expected,
        noon + timedelta(minutes=1),
        60,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", ["too far away", "amina@example.org", "Zoë", ["fine", "not fine"], {"a": "b c"}, b"x"]
)
def test_words_are_refused_wherever_they_hide(stone: Organisation, words: object) -> None:
    with pytest.raises(WordsInTheJournal):
        record("stone.laid", organisation=stone, actor=None, subject=stone, data={"why": words})


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["laid", "Stone.laid", "stone laid", ""])
def test_a_verb_is_a_thing_and_what_was_done_to_it(stone: Organisation, verb: str) -> None:
    with pytest.raises(ValueError, match="is not a verb"):
        record(verb, organisation=stone, actor=None, subject=stone)


@pytest.mark.django_db
def test_entries_of_strict_classes_stay_out_of_ordinary_lists(stone: Organisation) -> None:
    for privacy in ("P2", "P4", "P5", "P6"):
        record("stone.laid", organisation=stone, actor=None, subject=stone, privacy=privacy)
    ordinary = [entry.privacy for entry in Entry.objects.about(stone)]
    everything = [entry.privacy for entry in Entry.everything.about(stone)]
    assert (ordinary, everything) == (["P2"], ["P2", "P4", "P5", "P6"])
