"""Searching one's own words, which rest sealed."""

import pytest

from cairn.conversations import searching
from cairn.conversations.searching import search
from tests.cast import Cast
from tests.conversations.talking import pair, say


def test_every_word_must_be_there_whatever_its_case_and_accents(cast: Cast) -> None:
    thread = pair(cast.amina, cast.bruno)
    for words in ("The CAFÉ by the lake", "A café in town", "The lake"):
        say(thread, cast.amina, words)
    found = search(cast.bruno, "cafe lake")
    assert [message.body for message in found.messages] == ["The CAFÉ by the lake"]
    assert found.looked_back_to is None


def test_only_ones_own_threads_are_searched(cast: Cast) -> None:
    say(pair(cast.amina, cast.bruno), cast.amina, "our lake")
    assert [search(who, "lake").messages for who in (cast.chen, cast.ada)] == [[], []]
    assert search(cast.bruno, "  ").messages == []


def test_what_was_taken_back_is_not_found(cast: Cast) -> None:
    say(pair(cast.amina, cast.bruno), cast.amina, "our lake").take_back(cast.amina)
    assert search(cast.bruno, "lake").messages == []


def test_a_long_past_is_searched_in_steps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "CHUNK", 2)
    monkeypatch.setattr(searching, "MOST_OPENED", 4)
    thread = pair(cast.amina, cast.bruno)
    for number in range(6):
        say(thread, cast.amina, "the lake" if number == 0 else f"word {number}")
    first = search(cast.bruno, "lake")
    assert (first.messages, first.looked_back_to is None) == ([], False)
    second = search(cast.bruno, "lake", before=first.looked_back_to)
    assert [message.number for message in second.messages] == [1]
    assert second.looked_back_to is None


def test_many_hits_come_a_page_at_a_time(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_FOUND", 2)
    thread = pair(cast.amina, cast.bruno)
    for number in range(3):
        say(thread, cast.amina, f"lake {number}")
    first = search(cast.amina, "lake")
    second = search(cast.amina, "lake", before=first.looked_back_to)
    assert [[message.number for message in found.messages] for found in (first, second)] == [[3, 2], [1]]
