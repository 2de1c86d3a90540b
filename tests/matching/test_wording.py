"""Every code the engine can say has a sentence for everybody who reads it."""

import re
from datetime import datetime

import pytest

from cairn.kernel import clock
from cairn.matching.phrases import DIFFERENCES, QUESTIONS, REASONS
from cairn.matching.waiting_phrases import WAITING
from cairn.matching.wording import Reader, duration, listed, said, why_waiting
from cairn.matching.words import Words
from cairn.people.week import hour_said
from matchmaker.reason import SENTENCES

CARD = {
    "strength": "good",
    "reasons": [
        {"code": "offers_what_you_want", "values": {"skills": ["onet:python", "own:data-ethics"]}},
        {"code": "free_together", "values": {"minutes": 150, "when": ["Mon 09:00-11:00"]}},
        {"code": "shares_language", "values": {"languages": ["en"]}},
    ],
    "difference": {"code": "other_value", "values": {"mentor": ["team/sales"], "mentee": ["team/research"]}},
    "question": {"code": "ask_skill", "values": {"skills": ["onet:python"]}},
}
WORDS = Words(
    {"own:data-ethics": "Data ethics", "team/sales": "Sales", "team/research": "Research"}, "Africa/Nairobi"
)


def test_no_code_of_the_engine_is_without_a_sentence() -> None:
    assert set(SENTENCES) <= {*REASONS, *DIFFERENCES, *QUESTIONS, *WAITING}


def test_the_mentee_reads_about_you() -> None:
    with clock.moved(to=datetime.fromisoformat("2026-11-24T10:00+00:00")):
        card = said(CARD, to="mentee", words=WORDS, mentor="Bruno", mentee="Amina")
    assert card.strength_label == "Good match"
    assert card.reasons == (
        "Bruno offers what you want: Python and Data ethics",
        "You share 2.5 hours of free time a week, such as Monday 12:00–14:00",
        "You both speak English",
    )
    assert card.difference == "Bruno comes from Sales, you from Research"
    assert card.question == "What would you like to do with Python in three months that you cannot do today?"


def test_a_card_and_the_week_beside_it_write_an_hour_the_same_way() -> None:
    with clock.moved(to=datetime.fromisoformat("2026-11-24T10:00+00:00")):
        assert WORDS.moment("Mon 12:00-13:30") == f"Monday {hour_said(15 * 60)}–{hour_said(16 * 60 + 30)}"
    assert hour_said(15 * 60) == "15:00"


def test_names_of_two_writing_directions_keep_their_order_in_one_sentence() -> None:
    dana, omar = "\u2068דנה\u2069", "\u2068عمر\u2069"
    assert listed(["Bruno", "דנה", "عمر"]) == f"Bruno, {dana} and {omar}"
    card = said(CARD, to="coordinator", words=WORDS, mentor="Bruno", mentee="דנה")
    assert card.reasons[0] == f"Bruno offers what {dana} wants: Python and Data ethics"


def test_the_mentor_reads_the_same_from_the_other_side() -> None:
    card = said(CARD, to="mentor", words=WORDS, mentor="Bruno", mentee="Amina")
    assert card.reasons[0] == "You offer what Amina wants: Python and Data ethics"
    assert card.difference == "Amina comes from Research, you from Sales"


@pytest.mark.parametrize("to", ["mentee", "mentor", "coordinator"])
def test_no_card_says_a_percentage(to: Reader) -> None:
    card = said(CARD, to=to, words=WORDS, mentor="Bruno", mentee="Amina")
    assert not re.search(
        r"%|0\.\d", " ".join((*card.reasons, card.difference, card.question, card.strength_label))
    )


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, "One mentor would fit, and is full"), (3, "All 3 mentors who would fit are full")],
)
def test_counts_are_said_in_grammar(count: int, sentence: str) -> None:
    assert why_waiting({"code": "all_full", "values": {"count": count}}, words=WORDS) == sentence


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "no hour"), (15, "15 minutes"), (60, "1 hour"), (120, "2 hours"), (150, "2.5 hours")],
)
def test_minutes_are_said_as_people_do(minutes: int, words: str) -> None:
    assert duration(minutes) == words
