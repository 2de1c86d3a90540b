"""A thread: who is in it, what reaches whom, and what is stored."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from cairn.conversations.blocking import block, unblock
from cairn.conversations.counting import exchanges_for
from cairn.conversations.draft import Draft
from cairn.conversations.message import Message
from cairn.conversations.participant import Participant
from cairn.conversations.refusal import Refused
from cairn.conversations.tasks import night
from cairn.conversations.thread import PAIR, Thread
from cairn.journal.entry import Entry
from cairn.kernel import clock
from cairn.people.person import Person
from tests import cast as players
from tests.cast import Cast
from tests.conversations.talking import PDF, circle, heard, pair, say


@pytest.fixture
def thread(cast: Cast) -> Thread:
    """Amina and Bruno."""
    return pair(cast.amina, cast.bruno)


def refused(thread: Thread, who: Person) -> str:
    with pytest.raises(Refused) as refusal:
        say(thread, who, "Hello?")
    return refusal.value.code


def test_two_people_read_what_they_write_in_its_order(cast: Cast, thread: Thread) -> None:
    for who, words in ((cast.amina, "Hello"), (cast.bruno, "Hello you"), (cast.amina, "How are you?")):
        say(thread, who, words)
    assert heard(thread, cast.bruno) == ["Hello", "Hello you", "How are you?"]
    assert list(Message.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_nobody_else_sees_a_thread_coordinators_and_administrators_included(
    cast: Cast, thread: Thread
) -> None:
    say(thread, cast.amina, "Hello")
    others = (cast.chen, cast.dara, cast.ada)
    assert [Thread.objects.visible_to(who).count() for who in others] == [0, 0, 0]
    assert [heard(thread, who) for who in others] == [[], [], []]


def test_words_rest_sealed(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "only between us")
    Draft.keep(thread, cast.bruno, "only between us")
    with connection.cursor() as cursor:
        for table in ("conversations_message", "conversations_draft"):
            cursor.execute(f"SELECT body FROM {table}")  # noqa: S608 - the names stand above
            assert b"only between us" not in bytes(cursor.fetchone()[0])


def test_the_journal_knows_that_somebody_wrote_and_not_what(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "hippopotamus")
    entry = Entry.objects.get(verb="message.posted")
    assert entry.actor_id == cast.amina.pk
    assert "hippopotamus" not in str(entry.data)


def test_a_message_sent_again_is_stored_once(cast: Cast, thread: Thread) -> None:
    once = uuid.uuid4()
    first = thread.post(cast.amina, "Hello", client_id=once)
    again = thread.post(cast.amina, "Hello", client_id=once)
    assert (again.pk, Message.objects.count()) == (first.pk, 1)


def test_nothing_and_too_much_are_refused_and_kept_nowhere(cast: Cast, thread: Thread) -> None:
    for words, code in ((" \n ", "empty"), ("a" * 10_001, "too_long")):
        with pytest.raises(Refused) as refusal:
            say(thread, cast.amina, words)
        assert refusal.value.code == code
    assert Message.objects.count() == 0


def test_a_flood_is_asked_to_wait(cast: Cast, thread: Thread) -> None:
    for count in range(30):
        say(thread, cast.amina, str(count))
    assert refused(thread, cast.amina) == "too_fast"
    assert refused(thread, cast.chen) == "closed"


def test_opening_again_brings_in_whoever_is_missing(cast: Cast) -> None:
    origin = uuid.uuid4()
    first = Thread.open(people=(cast.amina, cast.bruno), kind=PAIR, origin=origin)
    again = Thread.open(people=(cast.amina, cast.bruno, cast.dara), kind=PAIR, origin=origin)
    assert (again.pk, first.parts.count()) == (first.pk, 3)
    assert Entry.objects.filter(verb="thread.opened").count() == 1


def test_a_newcomer_reads_what_is_written_from_now_on(cast: Cast) -> None:
    thread = circle(cast.amina, cast.bruno)
    say(thread, cast.amina, "before")
    thread.join(cast.dara)
    say(thread, cast.bruno, "after")
    assert heard(thread, cast.dara) == ["after"]


def test_whoever_left_keeps_the_past_and_hears_no_more(cast: Cast) -> None:
    thread = circle(cast.amina, cast.bruno, cast.dara)
    say(thread, cast.amina, "before")
    thread.leave(cast.dara)
    say(thread, cast.amina, "after")
    assert heard(thread, cast.dara) == ["before"]
    assert refused(thread, cast.dara) == "closed"


def test_a_block_stops_both_at_once_and_tells_nobody(cast: Cast, thread: Thread) -> None:
    say(thread, cast.bruno, "Hello")
    block(cast.amina, other=cast.bruno)
    block(cast.amina, other=cast.bruno)
    assert [refused(thread, who) for who in (cast.amina, cast.bruno)] == ["closed", "closed"]
    assert heard(thread, cast.amina) == ["Hello"]
    unblock(cast.bruno, other=cast.amina)
    assert refused(thread, cast.bruno) == "closed"
    unblock(cast.amina, other=cast.bruno)
    say(thread, cast.bruno, "Hello again")
    assert heard(thread, cast.amina) == ["Hello", "Hello again"]


def test_in_a_circle_a_block_keeps_two_apart_and_leaves_the_others(cast: Cast) -> None:
    thread = circle(cast.amina, cast.bruno, cast.dara)
    block(cast.amina, other=cast.bruno)
    say(thread, cast.bruno, "Can you hear me?")
    say(thread, cast.dara, "I can")
    assert heard(thread, cast.amina) == ["I can"]
    assert heard(thread, cast.dara) == ["Can you hear me?", "I can"]


def test_words_can_be_mended_for_a_quarter_of_an_hour(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.amina, "Helo")
    message.edit(cast.amina, "Hello")
    assert heard(thread, cast.bruno) == ["Hello"]
    assert message.edited_at
    with pytest.raises(Refused):
        message.edit(cast.bruno, "Goodbye")
    with clock.moved(by=timedelta(minutes=15)), pytest.raises(Refused):
        message.edit(cast.amina, "Hullo")


def test_a_message_taken_back_keeps_its_place_and_loses_its_words(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.amina, "Oh no")
    with pytest.raises(Refused):
        message.take_back(cast.bruno)
    message.take_back(cast.amina)
    message.take_back(cast.amina)
    assert heard(thread, cast.bruno) == [""]
    assert Entry.objects.filter(verb="message.taken_back").count() == 1
    late = say(thread, cast.amina, "Hm")
    with clock.moved(by=timedelta(hours=24)), pytest.raises(Refused):
        late.take_back(cast.amina)


def test_every_change_moves_the_pulse_so_that_nothing_is_missed(cast: Cast, thread: Thread) -> None:
    first, second = say(thread, cast.amina, "one"), say(thread, cast.amina, "two")
    first.edit(cast.amina, "One")
    second.take_back(cast.amina)
    thread.refresh_from_db()
    changed = {message.number: message.changed for message in Message.objects.all()}
    assert (thread.latest, thread.pulse, changed) == (2, 4, {1: 3, 2: 4})


def test_reading_is_remembered_and_never_goes_back(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "one")
    say(thread, cast.amina, "two")
    thread.refresh_from_db()
    assert [thread.read(cast.bruno, upto=1), thread.read(cast.bruno), thread.read(cast.bruno, upto=1)] == [
        True,
        True,
        False,
    ]
    assert Participant.objects.get(thread=thread, person=cast.bruno).read_to == 2


def test_a_draft_waits_until_it_is_sent(cast: Cast, thread: Thread) -> None:
    Draft.keep(thread, cast.amina, "Dear B")
    Draft.keep(thread, cast.amina, "Dear Bruno")
    assert [Draft.of(thread, cast.amina), Draft.of(thread, cast.bruno)] == ["Dear Bruno", ""]
    say(thread, cast.amina, "Dear Bruno, hello")
    assert Draft.of(thread, cast.amina) == ""


def test_others_learn_how_much_and_when(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "one")
    say(thread, cast.bruno, "two")
    last = say(thread, cast.amina, "three")
    exchange = exchanges_for([thread.origin, uuid.uuid4()])[thread.origin]
    assert (exchange.count, exchange.last_at) == (3, last.sent_at)
    assert exchange.by == {cast.amina.pk: 2, cast.bruno.pk: 1}
    assert exchanges_for([thread.origin], since=clock.now() + timedelta(hours=1)) == {}


def test_words_go_for_good_a_year_after_the_last_one_left(cast: Cast, thread: Thread) -> None:
    from tests.conversations.test_parcel import send

    say(thread, cast.amina, "Hello")
    file = send(thread, cast.amina, PDF, "plan.pdf").file
    with clock.moved(by=timedelta(days=400)):
        night()
    assert Thread.objects.count() == 1
    for who in (cast.amina, cast.bruno):
        thread.leave(who)
    with clock.moved(by=timedelta(days=364)):
        night()
    assert Thread.objects.count() == 1
    with clock.moved(by=timedelta(days=366)):
        night()
    assert [Thread.objects.count(), Message.objects.count(), file.path.exists()] == [0, 0, True]


def test_a_thread_of_another_organisation_is_not_there(cast: Cast) -> None:
    home = players.organisation("hillside", name="Hillside")
    thread = pair(players.person("Hana Sato", at=home), players.person("Ivo Novak", at=home))
    assert not Thread.objects.visible_to(cast.ada).filter(pk=thread.pk).exists()
