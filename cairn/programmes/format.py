"""A format: a kind of mentoring as data. The eight that come along are files in `formats/`; an organisation
adds its own as files in `DATA_DIR/formats/`.

Code never looks at which format it is: it looks at its `traits`, each a behaviour, and at its numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path

from django.conf import settings

from cairn.kernel.strict import Misread, Words, said
from cairn.programmes.format_parts import Agenda, Gates, Group, Survey, Variant

BUNDLED = Path(__file__).parent / "formats"
ONE_TO_ONE = "one-to-one"

#: Behaviours that code may ask for.
TRAITS = frozenset({
    "agreement", "goals", "journey", "closing", "health", "hot_seat", "async_round", "no_cancel_pledge",
    "changes", "halves", "rings", "topic_slot", "room_timer", "impact_after", "follow", "path", "questions",
    "sponsor_acts", "welcome_three", "access_audit", "neutral_mail", "no_games", "junior_chooses",
})  # fmt: skip
#: The section of a programme's settings that says which formats it offers.
SECTION = "formats"
#: Parts a format may wait for, and those of them that are there.
PARTS, PRESENT = frozenset({"safety"}), frozenset[str]()


@dataclass(frozen=True)
class Format:
    """One kind of mentoring. Each field is a key of its file; docs/formats.md says what they mean."""

    id: str
    order: int
    name: Words
    purpose: Words
    roles: Mapping[str, Words]
    direction: str
    group: Group
    relation: str
    cadence: tuple[int, ...]
    minutes: int
    lengths: tuple[int, ...]
    term_weeks: int
    terms: tuple[int, int]
    sessions_target: int
    match_modes: tuple[str, ...]
    weights: Mapping[str, float]
    gates: Gates
    training: Mapping[str, tuple[str, ...]]
    agenda: Agenda
    surveys: tuple[Survey, ...]
    metrics: tuple[str, ...]
    privacy: str
    gamification: str
    safeguards: Mapping[str, Words]
    traits: tuple[str, ...]
    awaits: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its name in the reader's language."""
        return said(self.name)

    def has(self, trait: str) -> bool:
        """Whether it behaves so; raises KeyError for a behaviour nobody knows."""
        if trait not in TRAITS:
            raise KeyError(trait)
        return trait in self.traits

    @property
    def takes_places(self) -> bool:
        """Whether it counts against what people can carry: only what lasts for a term does."""
        return self.relation == "term"

    @property
    def has_rounds(self) -> bool:
        """Whether its people are brought together by a round of the whole cohort."""
        return "cohort" in self.match_modes

    def role(self, side: str) -> str:
        """What somebody on this side is called, in the reader's language."""
        return said(self.roles[side])

    def days_after(self, held: int) -> int | None:
        """Days from the meeting with number `held` (from 1) to the next; None where there is no rhythm."""
        paces = chain(self.cadence, repeat(self.cadence[-1])) if self.cadence else iter(())
        return next((days for number, days in enumerate(paces, start=1) if number >= held), None)

    def surveys_at(self, moment: str, side: str) -> tuple[str, ...]:
        """The instruments asked of a side at a moment."""
        return tuple(each.instrument for each in self.surveys if (each.moment, each.side) == (moment, side))

    @property
    def is_ready(self) -> bool:
        """Whether every part it waits for is there; until then nobody can choose it."""
        return set(self.awaits) <= PRESENT


def formats() -> Mapping[str, Format]:
    """Every format of this installation by id, in their order. Raises Misread for a file that is wrong."""
    return _formats(str(settings.DATA_DIR))


@lru_cache(maxsize=8)
def _formats(data: str) -> Mapping[str, Format]:
    from cairn.programmes.format_file import read_format  # noqa: PLC0415 - it reads this noun

    found: dict[str, Format] = {}
    for path in (*sorted(BUNDLED.glob("*.toml")), *sorted((Path(data) / "formats").glob("*.toml"))):
        made = read_format(path)
        if made.id in found:
            raise Misread(f'{path.name}: id "{made.id}" is taken by another format.')
        found[made.id] = made
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def format_named(id: str) -> Format:
    """The format with this id; raises KeyError where there is none."""
    return formats()[id]


class NotChoosable(Exception):
    """A programme cannot offer this: `code` is "none", "unknown" or "not_ready", `id` the format meant."""

    def __init__(self, code: str, id: str = "") -> None:
        super().__init__(f"{code} {id}".strip())
        self.code, self.id = code, id


def chosen(section: Mapping[str, list[str]]) -> tuple[Format, ...]:
    """The formats a section of settings names, in the order of all; one-to-one where it names none that is
    there.
    """
    known, named = formats(), set(section.get("ids", ()))
    return tuple(each for each in known.values() if each.id in named) or (known[ONE_TO_ONE],)


def choice(ids: Iterable[str]) -> dict[str, list[str]]:
    """The section that names these formats; raises NotChoosable where a programme cannot offer one."""
    known, wanted = formats(), set(ids)
    if not wanted:
        raise NotChoosable("none")
    for id_ in sorted(wanted):
        if id_ not in known:
            raise NotChoosable("unknown", id_)
        if not known[id_].is_ready:
            raise NotChoosable("not_ready", id_)
    return {"ids": [id_ for id_ in known if id_ in wanted]}


def kind_of(id: str) -> Format:
    """The format of a row written earlier; one whose file was taken away is lived on as the plainest."""
    return formats().get(id) or format_named(ONE_TO_ONE)
