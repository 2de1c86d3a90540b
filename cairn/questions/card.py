"""Question cards: questions for two to draw from, by phase and depth. Data in `cards/`, a file a phase.

Three are drawn, one is chosen, both answer, and skipping is always free.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from cairn.kernel.strict import Misread, Table, Words, said

FOLDER = Path(__file__).parent / "cards"
HAND = 3
#: From light to close.
DEPTHS = (1, 2, 3)


@dataclass(frozen=True)
class Card:
    """One question. `depth` is 1 (light) to 3 (close)."""

    id: str
    phase: str
    depth: int
    text: Words = field(hash=False)
    tags: tuple[str, ...]
    author: str
    licence: str

    def __str__(self) -> str:
        return said(self.text)


@cache
def cards() -> Mapping[str, Card]:
    """Every card by id, phases in the order they come. Raises Misread for a file that is wrong."""
    decks = sorted(_deck(path) for path in FOLDER.glob("*.toml"))
    found = [card for _order, _phase, deck in decks for card in deck]
    if len({card.id for card in found}) < len(found):
        raise Misread("cards: an id stands twice.")
    return {card.id: card for card in found}


def card_named(id: str) -> Card:
    """The card with this id; raises KeyError where there is none."""
    return cards()[id]


def phases() -> tuple[str, ...]:
    """The phases in the order they come."""
    return tuple(dict.fromkeys(card.phase for card in cards().values()))


def draw(
    seed: Hashable,
    *,
    turn: int = 0,
    phases: Collection[str] = (),
    deepest: int = DEPTHS[-1],
    count: int = HAND,
) -> tuple[Card, ...]:
    """The hand of a turn (from 0), of some phases or all: the same for the same seed. No card comes twice
    before the deck is through; then it is shuffled anew.
    """
    known = cards().values()
    deck = [card for card in known if card.depth <= deepest and (not phases or card.phase in phases)]
    hands = max(1, len(deck) // count)
    Random(f"{seed} {turn // hands}").shuffle(deck)  # noqa: S311 - a game's dice
    start = turn % hands * count
    return tuple(deck[start : start + count])


def _deck(path: Path) -> tuple[int, str, list[Card]]:
    """One file: its place, its phase, its cards."""
    table = Table.read(path)
    phase = table.text("phase", among=[path.stem])
    author, licence = table.text("author"), table.text("licence")
    found = [_card(each, phase, author, licence) for each in table.tables("cards")]
    order = table.whole("order")
    table.end()
    return order, phase, found


def _card(table: Table, phase: str, author: str, licence: str) -> Card:
    depth = table.whole("depth", least=DEPTHS[0])
    if depth not in DEPTHS:
        raise table.refuse("depth", "is 1, 2 or 3")
    found = Card(table.text("id"), phase, depth, table.words("text"), table.texts("tags"), author, licence)
    table.end()
    return found
