"""The pages of Talk: what the two see and do, and what nobody else does."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.conversations.attachment import Attachment
from cairn.conversations.blocking import block
from cairn.conversations.draft import Draft
from cairn.conversations.manner import Manner
from cairn.conversations.message import Message
from cairn.conversations.participant import Participant
from cairn.conversations.thread import Thread
from cairn.kernel import clock
from cairn.people.block import Block
from cairn.people.person import Person
from tests import cast as players
from tests.cast import Cast
from tests.conversations.talking import OGG, PDF, circle, pair, photograph, say
from tests.web.browsing import browser_of


@pytest.fixture
def thread(cast: Cast) -> Thread:
    """Amina and Bruno."""
    return pair(cast.amina, cast.bruno)


def page(who: Person, place: str) -> str:
    return browser_of(who).get(place).content.decode()


def send(who: Person, thread: Thread, **form: Any) -> Any:
    values = {"body": "", "client_id": str(uuid.uuid4()), **form}
    return browser_of(who).post(f"/talk/{thread.pk}/messages/", values)


def test_nobody_to_talk_with_is_said_kindly(cast: Cast) -> None:
    assert "Nobody to talk with yet" in page(cast.dara, "/talk/")


def test_the_list_shows_who_wrote_what_and_that_it_is_new(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "Shall we meet on Tuesday?")
    bruno, amina = page(cast.bruno, "/talk/"), page(cast.amina, "/talk/")
    assert ["Amina Diallo" in bruno, "Shall we meet" in bruno, "1 unread" in bruno] == [True] * 3
    assert ["Bruno Ferreira" in amina, "You:" in amina, "1 unread" in amina] == [True, True, False]


def test_the_list_asks_the_same_number_of_questions_for_one_thread_and_for_three(cast: Cast) -> None:
    browser = browser_of(cast.amina)
    counts = []
    for size in (1, 3):
        while Thread.objects.count() < size:
            say(pair(cast.amina, cast.bruno), cast.bruno, "Hello")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/talk/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_thread_asks_the_same_number_of_questions_for_one_message_and_for_thirty(
    cast: Cast, thread: Thread
) -> None:
    browser = browser_of(cast.amina)
    counts = []
    for size in (1, 29):
        while thread.messages.count() < size:
            say(thread, cast.bruno, "Hello")
        with CaptureQueriesContext(connection) as asked:
            browser.get(f"/talk/{thread.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_words_are_sent_by_a_plain_form_and_shown_safely(cast: Cast, thread: Thread) -> None:
    answer = send(cast.amina, thread, body="<b>Hi</b> https://example.org/?utm_source=x&a=1")
    assert answer.headers["Location"] == f"/talk/{thread.pk}/"
    shown = page(cast.bruno, f"/talk/{thread.pk}/")
    assert "&lt;b&gt;Hi&lt;/b&gt;" in shown
    assert 'href="https://example.org/?a=1"' in shown


def test_what_is_refused_comes_back_as_it_was_typed(cast: Cast, thread: Thread) -> None:
    words = "a" * 10_001
    answer = send(cast.amina, thread, body=words)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert Message.objects.count() == 0


def test_a_page_with_script_gets_a_short_answer(cast: Cast, thread: Thread) -> None:
    form = {"body": "Hello", "client_id": str(uuid.uuid4())}
    place, browser = f"/talk/{thread.pk}/messages/", browser_of(cast.amina)
    taken = [browser.post(place, form, headers={"accept": "application/json"}).status_code for _ in range(2)]
    empty = {**form, "body": " ", "client_id": str(uuid.uuid4())}
    refused = browser.post(place, empty, headers={"accept": "application/json"})
    assert (taken, Message.objects.count()) == ([204, 204], 1)
    assert (refused.status_code, len(refused.json()["faults"])) == (422, 1)


def test_news_are_what_changed_since(cast: Cast, thread: Thread) -> None:
    first = say(thread, cast.bruno, "one")
    say(thread, cast.bruno, "two")
    first.edit(cast.bruno, "uno")
    news = page(cast.amina, f"/talk/{thread.pk}/news/?since=2")
    assert ["uno" in news, "two" in news, 'data-pulse="3"' in news] == [True, False, True]
    assert "two" in page(cast.amina, f"/talk/{thread.pk}/news/?since=%00")


def test_a_long_thread_comes_in_pages(cast: Cast, thread: Thread) -> None:
    for number in range(60):
        with clock.moved(by=timedelta(minutes=number * 3)):
            say(thread, cast.bruno, f"word-{number:02}")
    newest = page(cast.amina, f"/talk/{thread.pk}/")
    assert ["word-59" in newest, "word-10" in newest, "word-09" in newest] == [True, True, False]
    assert 'href="?before=11"' in newest
    earlier = page(cast.amina, f"/talk/{thread.pk}/?before=11")
    assert ["word-09" in earlier, "word-10" in earlier, "The newest messages" in earlier] == [
        True,
        False,
        True,
    ]


def test_a_file_is_handed_to_the_two_as_an_attachment(cast: Cast, thread: Thread) -> None:
    send(
        cast.amina,
        thread,
        attached=[SimpleUploadedFile("plan.pdf", PDF), SimpleUploadedFile("x.jpg", photograph())],
    )
    plan = Attachment.objects.get(kind="file")
    answer = browser_of(cast.bruno).get(f"/talk/files/{plan.pk}/")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert ("sandbox" in answer["Content-Security-Policy"], answer["X-Content-Type-Options"]) == (
        True,
        "nosniff",
    )
    others = [
        browser_of(who).get(f"/talk/files/{plan.pk}/").status_code for who in (cast.chen, cast.ada, cast.dara)
    ]
    assert others == [404, 404, 404]
    assert "<img" in page(cast.bruno, f"/talk/{thread.pk}/")


def test_a_player_may_ask_for_a_part(cast: Cast, thread: Thread) -> None:
    send(cast.amina, thread, voice=SimpleUploadedFile("voice", OGG), transcript="Good morning")
    note = Attachment.objects.get()
    browser = browser_of(cast.bruno)
    part = browser.get(f"/talk/files/{note.pk}/", headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content, part["Content-Range"]) == (206, b"OggS", f"bytes 0-3/{len(OGG)}")
    odd = [
        browser.get(f"/talk/files/{note.pk}/", headers={"range": text}) for text in ("bytes=9-2", "lines=1-2")
    ]
    assert [answer.status_code for answer in odd] == [200, 200]
    assert "Good morning" in page(cast.bruno, f"/talk/{thread.pk}/")


def test_a_file_that_is_none_is_refused_with_its_name(cast: Cast, thread: Thread) -> None:
    answer = send(cast.amina, thread, body="Look", attached=[SimpleUploadedFile("run.exe", b"MZ\x90\x00")])
    assert (answer.status_code, "run.exe" in answer.content.decode()) == (422, True)
    assert "Look" in answer.content.decode()


def test_a_draft_waits_on_the_next_device(cast: Cast, thread: Thread) -> None:
    browser_of(cast.amina).post(f"/talk/{thread.pk}/draft/", {"body": "Dear Bruno"})
    assert "Dear Bruno" in page(cast.amina, f"/talk/{thread.pk}/")
    assert "Dear Bruno" not in page(cast.bruno, f"/talk/{thread.pk}/")
    assert Draft.of(thread, cast.amina) == "Dear Bruno"


def test_reading_is_told_only_where_both_show_it(cast: Cast, thread: Thread) -> None:
    say(thread, cast.amina, "Hello")
    browser_of(cast.bruno).post(f"/talk/{thread.pk}/reading/", {"upto": "1"})
    seen = ["Read by" in page(cast.amina, f"/talk/{thread.pk}/")]
    for who in (cast.bruno, cast.amina):
        browser_of(who).post("/talk/read-marks/", {"on": "1"})
        seen.append("Read by Bruno" in page(cast.amina, f"/talk/{thread.pk}/"))
    assert seen == [False, False, True]
    browser_of(cast.bruno).post("/talk/read-marks/", {"on": "0"})
    assert "Read by" not in page(cast.amina, f"/talk/{thread.pk}/")
    assert Manner.objects.count() == 2


def test_words_are_mended_and_taken_back_on_plain_pages(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.amina, "Helo")
    browser = browser_of(cast.amina)
    assert "Helo" in browser.get(f"/talk/messages/{message.pk}/revision/").content.decode()
    browser.post(f"/talk/messages/{message.pk}/revision/", {"body": "Hello"})
    assert ["Hello" in (shown := page(cast.bruno, f"/talk/{thread.pk}/")), "changed" in shown] == [True, True]
    browser.post(f"/talk/messages/{message.pk}/withdrawal/")
    assert ["Hello" in (shown := page(cast.bruno, f"/talk/{thread.pk}/")), "Taken back" in shown] == [
        False,
        True,
    ]


def test_too_late_to_mend_says_so_and_keeps_the_words(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.amina, "Hello")
    with clock.moved(by=timedelta(minutes=16)):
        answer = browser_of(cast.amina).post(f"/talk/messages/{message.pk}/revision/", {"body": "New words"})
    assert ["15 minutes" in answer.content.decode(), "New words" in answer.content.decode()] == [True, True]


def test_a_block_takes_two_taps_and_works_everywhere_at_once(cast: Cast, thread: Thread) -> None:
    second = circle(cast.amina, cast.bruno, cast.dara)
    part = Participant.objects.get(thread=thread, person=cast.bruno)
    place = f"/talk/people/{part.pk}/block/"
    assert place in page(cast.amina, f"/talk/{thread.pk}/")
    browser_of(cast.amina).post(place)
    assert "You blocked Bruno Ferreira" in page(cast.amina, f"/talk/{thread.pk}/")
    assert "blocked" not in page(cast.bruno, f"/talk/{thread.pk}/").lower()
    assert send(cast.bruno, thread, body="Hello?").status_code == 422
    send(cast.bruno, second, body="Is Amina here?")
    assert "Is Amina here?" not in page(cast.amina, f"/talk/{second.pk}/")
    assert "Is Amina here?" in page(cast.dara, f"/talk/{second.pk}/")
    browser_of(cast.amina).post(f"/talk/people/{part.pk}/unblock/")
    assert (Block.objects.count(), send(cast.bruno, thread, body="Hello").status_code) == (0, 302)


def test_nobody_blocks_themselves(cast: Cast, thread: Thread) -> None:
    part = Participant.objects.get(thread=thread, person=cast.amina)
    assert browser_of(cast.amina).post(f"/talk/people/{part.pk}/block/").status_code == 404


def test_the_blocked_one_is_told_nothing(cast: Cast, thread: Thread) -> None:
    block(cast.amina, other=cast.bruno)
    shown = page(cast.bruno, f"/talk/{thread.pk}/")
    assert ["Nothing can be written here now" in shown, "Unblock" in shown] == [True, False]


def test_notices_of_a_thread_can_be_silenced(cast: Cast, thread: Thread) -> None:
    for on in ("1", "0"):
        browser_of(cast.amina).post(f"/talk/{thread.pk}/quiet/", {"on": on})
        assert Participant.objects.get(thread=thread, person=cast.amina).muted is (on == "1")


def test_search_finds_ones_own_words_and_leads_to_them(cast: Cast, thread: Thread) -> None:
    say(thread, cast.bruno, "The café by the lake, at nine")
    found = page(cast.amina, "/talk/search/?q=CAFE+lake")
    assert f'/talk/{thread.pk}/?before=2#m-1"' in found
    assert "Nothing found" in page(cast.chen, "/talk/search/?q=lake")
    assert "Nothing found" in page(cast.amina, "/talk/search/?q=zebra&before=nonsense")


def test_others_find_nothing_at_all(cast: Cast, thread: Thread) -> None:
    message = say(thread, cast.amina, "Hello")
    places = [f"/talk/{thread.pk}/", f"/talk/{thread.pk}/news/", f"/talk/messages/{message.pk}/revision/"]
    answers = [browser_of(who).get(place) for who in (cast.chen, cast.ada, cast.dara) for place in places]
    assert {answer.status_code for answer in answers} == {404}
    foreign = players.person("Hana Sato", at=players.organisation("hillside", name="Hillside"))
    assert browser_of(foreign).get(places[0]).status_code == 404
