"""The thirty question cards, and drawing from them."""

from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cairn.kernel.strict import Misread
from cairn.questions import card as deck
from cairn.questions.card import FOLDER, card_named, cards, draw, phases


def test_thirty_cards_in_nine_phases() -> None:
    counts = {phase: sum(card.phase == phase for card in cards().values()) for phase in phases()}
    assert counts == {
        "arrive": 3,
        "story": 4,
        "goal": 5,
        "stuck": 4,
        "feedback": 3,
        "values": 2,
        "power": 4,
        "sponsor": 2,
        "closing": 3,
    }


def test_every_card_asks_in_english_and_german_and_may_be_used_freely() -> None:
    assert {tuple(sorted(card.text)) for card in cards().values()} == {("de", "en")}
    assert {card.licence for card in cards().values()} == {"CC0-1.0"}
    with translation.override("de"):
        assert str(card_named("opened-door")) == "Wer hat dir eine Tür geöffnet?"


def test_the_same_seed_draws_the_same_hand() -> None:
    assert draw("Amina and Bruno", turn=4) == draw("Amina and Bruno", turn=4)
    assert len({draw(seed) for seed in range(20)}) > 10


@given(st.text(), st.integers(0, 50))
def test_no_card_comes_twice_before_the_deck_is_through(seed: str, deck_number: int) -> None:
    hands = [draw(seed, turn=deck_number * 10 + turn) for turn in range(10)]
    assert len({card.id for hand in hands for card in hand}) == 30


def test_a_hand_keeps_to_phases_and_depth() -> None:
    for turn in range(12):
        hand = draw(7, turn=turn, phases=("goal", "stuck"), deepest=2)
        assert len(set(hand)) == 3
        assert {card.phase for card in hand} <= {"goal", "stuck"}
        assert all(card.depth <= 2 for card in hand)


def test_a_small_deck_gives_what_it_has() -> None:
    assert len(set(draw(1, phases=("values",)))) == 2
    assert draw(1, phases=("no-such",)) == ()


@pytest.mark.parametrize(
    ("said", "meant", "told"),
    [
        ("depth = 1", "depth = 4", r"arrive\.toml: cards\[1\]\.depth is 1, 2 or 3"),
        ("depth = 1", "depth = 1\ncolour = 'red'", r"arrive\.toml: cards\[1\]\.colour is not known"),
        ('phase = "arrive"', 'phase = "story"', r'arrive\.toml: phase cannot be "story"'),
        ('id = "energy"', 'id = "one-word"', "an id stands twice"),
    ],
)
def test_a_slip_is_named(
    said: str, meant: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (FOLDER / "arrive.toml").read_text(encoding="utf-8")
    (tmp_path / "arrive.toml").write_text(words.replace(said, meant, 1), encoding="utf-8")
    monkeypatch.setattr(deck, "FOLDER", tmp_path)
    cards.cache_clear()
    with pytest.raises(Misread, match=told):
        cards()
    monkeypatch.undo()
    cards.cache_clear()
