"""The eight formats as data: complete, each itself, and a slip is refused with its file and key."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cairn.kernel.strict import Misread
from cairn.programmes.format import BUNDLED, ONE_TO_ONE, TRAITS, Format, NotChoosable, format_named, formats
from cairn.programmes.format_file import read_format
from cairn.programmes.format_parts import Block
from scripts.formats_page import PAGE, page
from tests import cast as players
from tests.cast import Cast

EIGHT = ("one-to-one", "group", "flash", "reverse", "aspirational", "mutual", "executive", "coping")
AGENDA = "blocks of the agenda"

#: What makes each format itself; without one of these it is another one under its name.
ITSELF: dict[str, dict[str, Any]] = {
    "one-to-one": {
        "direction": "a2b",
        "relation": "term",
        "group.max": 1,
        "cadence": (14, 14, 14, 21, 21, 28),
        "weights.deep": 0.22,
        "weights.jobs": 0.10,
        "gates.level": "above",
        "gamification": "full",
        "traits": {"agreement", "goals", "journey", "closing", "health"},
        "safeguards": {"no-line-manager", "fading"},
    },
    "group": {
        "group.min": 4,
        "group.max": 8,
        "group.leaders": 2,
        "minutes": 60,
        "weights.time": 0.30,
        "traits": {"hot_seat", "async_round"},
        AGENDA: {"check-in", "hot-seat", "micro-skill"},
        "metrics": {"hot-seat-equity", "cohesion"},
        "safeguards": {"group-confidentiality", "no-line-in-one-circle"},
    },
    "flash": {
        "relation": "none",
        "cadence": (),
        "minutes": 20,
        "match_modes": {"slot"},
        "weights.goal": 0.60,
        "weights.time": 0.40,
        "gamification": "light",
        "traits": {"topic_slot", "room_timer", "impact_after"},
        AGENDA: {"situation", "decide"},
        "safeguards": {"two-open", "both-consent-to-publish"},
    },
    "reverse": {
        "direction": "b2a",
        "cadence": (28,),
        "gates.level": "below",
        "gates.line": 3,
        "gates.confirmed": {"no-influence-on-pay"},
        "weights.dist": 0.20,
        "privacy": "strict",
        "traits": {"no_cancel_pledge", "changes", "junior_chooses"},
        "metrics": {"changes-made", "cancelled-by-senior"},
        "safeguards": {"outside-the-chain", "any-topic-refused"},
    },
    "aspirational": {
        "direction": "one2many",
        "relation": "follow",
        "group.max": 0,
        "group.listeners": 50,
        "match_modes": {"follow"},
        "privacy": "public",
        "weights.pref": 0.30,
        "traits": {"follow", "path", "questions"},
        AGENDA: {"path"},
        "safeguards": {"a-setback", "no-follower-counts"},
    },
    "mutual": {
        "direction": "both",
        "minutes": 45,
        "term_weeks": 12,
        "gates.both_ways": 0.3,
        "weights.goal": 0.55,
        "traits": {"halves", "rings"},
        AGENDA: {"half-one", "half-two"},
        "metrics": {"balance-of-halves", "reciprocity"},
        "safeguards": {"similar-power", "sunset"},
    },
    "executive": {
        "group.max": 3,
        "minutes": 30,
        "match_modes": {"facilitated"},
        "gates.confirmed": {"conflicts-declared", "leader-consents"},
        "weights.dist": 0.15,
        "gamification": "off",
        "traits": {"sponsor_acts", "welcome_three", "access_audit"},
        AGENDA: {"door"},
        "metrics": {"equal-access"},
        "safeguards": {"self-nomination", "two-reviewers", "access-audit"},
    },
    "coping": {
        "cadence": (7, 7, 7, 7, 14),
        "privacy": "strict",
        "gamification": "off",
        "weights.time": 0.30,
        "gates.clearances": {"supporter"},
        "traits": {"neutral_mail", "no_games"},
        "awaits": {"safety"},
        AGENDA: {"small-thing", "others"},
        "safeguards": {"not-therapy", "owner-only", "no-score", "neutral-letters"},
    },
}


def lost(found: Format, itself: dict[str, Any]) -> list[str]:
    """What of itself a format does not have, by name."""
    missing = []
    for place, wanted in itself.items():
        value = _at(found, place)
        if isinstance(wanted, set):
            missing += [f"{place}: {each}" for each in sorted(wanted - set(value))]
        elif value != wanted:
            missing.append(f"{place}: {wanted}")
    return missing


def _at(found: Format, place: str) -> Any:
    if place == AGENDA:
        return {block.key for block in (*found.agenda.first, *found.agenda.regular)}
    value: Any = found
    for name in place.split("."):
        value = value[name] if isinstance(value, dict) else getattr(value, name)
    return value


def text(id: str) -> str:
    return (BUNDLED / f"{id}.toml").read_text(encoding="utf-8")


def written(folder: Path, id: str, words: str) -> Path:
    path = folder / f"{id}.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_the_eight_are_there_in_their_order() -> None:
    assert tuple(formats()) == EIGHT == tuple(ITSELF)


@pytest.mark.parametrize("id", EIGHT)
def test_nothing_is_lost_of_what_makes_a_format_itself(id: str) -> None:
    assert lost(format_named(id), ITSELF[id]) == []


@pytest.mark.parametrize("id", [id for id in EIGHT if id != ONE_TO_ONE])
def test_one_to_one_in_its_place_is_named_for_what_is_lost(id: str, tmp_path: Path) -> None:
    put_there = text(ONE_TO_ONE).replace(f'id = "{ONE_TO_ONE}"', f'id = "{id}"')
    missing = lost(read_format(written(tmp_path, id, put_there)), ITSELF[id])
    traits = ITSELF[id]["traits"]
    assert {f"traits: {trait}" for trait in traits} <= set(missing)
    assert len(missing) > len(traits)


def test_a_copied_file_does_not_even_load(tmp_path: Path) -> None:
    with pytest.raises(Misread, match=r'^group\.toml: id is "one-to-one", so the file has to be called'):
        read_format(written(tmp_path, "group", text(ONE_TO_ONE)))


@pytest.mark.parametrize("id", EIGHT)
def test_every_text_is_there_in_english_and_german(id: str) -> None:
    one = format_named(id)
    blocks: list[Block] = [*one.agenda.first, *one.agenda.regular]
    texts = [one.name, one.purpose, *one.roles.values(), *one.safeguards.values()]
    texts += [block.name for block in blocks] + [variant.name for variant in one.variants]
    texts += [step.name for block in blocks for step in block.steps]
    assert {tuple(sorted(each)) for each in texts} == {("de", "en")}
    assert all(len(block.prompts["en"]) == len(block.prompts["de"]) for block in blocks)


@pytest.mark.parametrize("id", EIGHT)
def test_the_blocks_of_a_meeting_fill_it(id: str) -> None:
    one = format_named(id)
    for blocks in (one.agenda.first, one.agenda.regular):
        assert sum(block.share for block in blocks) == pytest.approx(1)
        stepped = [block.steps for block in blocks if block.steps]
        assert all(sum(step.share for step in steps) == pytest.approx(1) for steps in stepped)


def test_the_minutes_told_are_those_of_the_agenda() -> None:
    """A file's minutes are shares in disguise; they are written for the usual length."""
    for id_ in EIGHT:
        for when in ("first", "regular"):
            told = re.findall(rf"\[\[agenda\.{when}\]\]\nkey = .*\nminutes = (\d+)", text(id_))
            assert not told or sum(map(int, told)) == format_named(id_).minutes, (id_, when)


def test_a_format_speaks_the_readers_language() -> None:
    one = format_named("mutual")
    with translation.override("de"):
        assert (one.title, one.role("mentor"), one.agenda.regular[0].title) == (
            "Gegenseitig",
            "Partner:in",
            "Ankommen",
        )
    with translation.override("fr"):
        assert one.title == "Mutual"


def test_the_rhythm_goes_on_as_it_ends() -> None:
    one = format_named(ONE_TO_ONE)
    assert [one.days_after(number) for number in (1, 3, 4, 6, 20)] == [14, 14, 21, 28, 28]
    assert format_named("flash").days_after(1) is None


def test_a_trait_nobody_knows_is_a_slip() -> None:
    assert format_named("group").has("hot_seat")
    with pytest.raises(KeyError):
        format_named("group").has("hotseat")


def test_every_trait_belongs_to_a_format() -> None:
    assert {trait for one in formats().values() for trait in one.traits} == TRAITS


SLIPS = [
    ("minutes = 40\n", "minuets = 40\nminutes = 40\n", "minuets is not known"),
    ("minutes = 40\n", "", "minutes is missing"),
    ("minutes = 40\n", 'minutes = "40"\n', "minutes has to be a whole number, not '40'"),
    ("minutes = 40\n", "minutes = true\n", "minutes has to be a whole number, not True"),
    ("minutes = 40\n", "minutes = 41\n", "lengths has to hold minutes"),
    ('direction = "a2b"', 'direction = "up"', 'direction cannot be "up"; known are a2b, b2a, both, one2many'),
    ('"health"]', '"helth"]', 'traits does not know "helth"'),
    ("goal = 0.38", "goal = 0.40", "weights.goal and the other weights have to add up to 1"),
    ("goal = 0.38", "goal = 1.38", "weights.goal has to lie between 0 and 1"),
    ("leaders = 1", "leaders = 1\nmost = 3", "group.most is not known"),
    ("min = 1", "min = 3", "group.max cannot be below min"),
    ('training = ["mentor"]', 'training = ["boss"]', 'gates.training does not know "boss"'),
    ("terms = [12, 26]", "terms = [26, 12]", "terms has to be two numbers, the smaller first"),
    ("term_weeks = 26", "term_weeks = 52", "term_weeks has to lie within terms"),
    ("sessions_target = 8", "sessions_target = 80", "sessions_target does not fit into term_weeks"),
    ('en = "One-to-one"\n', "", "name.en is missing"),
    ('en = "One-to-one"\n', 'en = " "\n', "name.en is empty"),
    ("[[agenda.first]]\nkey", '[[agenda.first]]\ncolour = "red"\nkey', "agenda.first[1].colour is not known"),
    ("second = {", "secound = {", "surveys.secound is no moment"),
    ("id =", "id", "not readable as TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "meant", "told"), SLIPS)
def test_a_slip_is_refused_with_file_and_key(said: str, meant: str, told: str, tmp_path: Path) -> None:
    assert said in text(ONE_TO_ONE)
    with pytest.raises(Misread, match="^" + re.escape(f"one-to-one.toml: {told}")):
        read_format(written(tmp_path, ONE_TO_ONE, text(ONE_TO_ONE).replace(said, meant, 1)))


def test_no_part_of_a_file_may_be_forgotten(tmp_path: Path) -> None:
    optional = {"order", "awaits", "variants", "surveys"}
    for each in (field.name for field in fields(Format) if field.name not in optional):
        without = re.sub(
            rf"(?m)^(\[+{each}[.\]].*|{each} = .*)$", lambda line: f"#{line.group()}", text(ONE_TO_ONE)
        )
        with pytest.raises(Misread):
            read_format(written(tmp_path, ONE_TO_ONE, without))


@pytest.fixture
def data(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "formats"
    folder.mkdir()
    return folder


def walk_and_talk() -> str:
    own = text(ONE_TO_ONE).replace('id = "one-to-one"', 'id = "walk-and-talk"')
    own = own.replace('en = "One-to-one"', 'en = "Walk and talk"').replace("order = 1\n", "")
    return own.replace("minutes = 40\nlengths = [30, 40, 45]", "minutes = 45\nlengths = [45]")


def test_a_ninth_format_is_one_file(cast: Cast, data: Path) -> None:
    written(data, "walk-and-talk", walk_and_talk())
    assert tuple(formats()) == (*EIGHT, "walk-and-talk")
    programme = players.programme()
    programme.choose_formats(["walk-and-talk"], by=cast.chen)
    assert [(each.title, each.minutes) for each in programme.formats()] == [("Walk and talk", 45)]


def test_an_own_format_does_not_push_out_one_of_the_eight(data: Path) -> None:
    written(data, "group", text("group"))
    with pytest.raises(Misread, match=r'^group\.toml: id "group" is taken'):
        formats()


def test_a_programme_offers_one_to_one_until_somebody_chooses(cast: Cast) -> None:
    programme = players.programme()
    assert [each.id for each in programme.formats()] == [ONE_TO_ONE]
    programme.choose_formats(["flash", "group", "flash"], by=cast.chen)
    assert [each.id for each in programme.formats()] == ["group", "flash"]
    assert programme.section("formats") == {"ids": ["group", "flash"]}


@pytest.mark.parametrize(
    ("ids", "code"), [([], "none"), (["no-such"], "unknown"), (["group", "coping"], "not_ready")]
)
def test_what_cannot_be_offered_is_not_chosen(cast: Cast, ids: list[str], code: str) -> None:
    programme = players.programme()
    with pytest.raises(NotChoosable) as refused:
        programme.choose_formats(ids, by=cast.chen)
    assert refused.value.code == code
    assert programme.section("formats") == {}


def test_the_page_of_formats_says_what_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m scripts.formats_page"
