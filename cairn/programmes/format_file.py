"""A format's file: read strictly, so that a slip is named instead of changing how people are treated."""

from collections.abc import Mapping
from pathlib import Path

from cairn.kernel.strict import Table
from cairn.programmes.enrolment import SIDES
from cairn.programmes.format import PARTS, TRAITS, Format
from cairn.programmes.format_parts import Agenda, Block, Gates, Group, Step, Survey, Variant

DIRECTIONS = ("a2b", "b2a", "both", "one2many")
RELATIONS = ("none", "term", "follow")
MODES = ("instant", "cohort", "browse", "slot", "follow", "facilitated")
WEIGHTS = ("goal", "deep", "jobs", "time", "pref", "dist")
PRIVACY = ("standard", "strict", "public")
GAMES = ("full", "light", "off")
LEVELS = ("above", "below", "any")
MOMENTS = ("join", "meeting", "second", "pulse", "mid", "end", "later", "month")
A_HAIR = 1e-6
#: The place of a format that names none: behind the eight.
LATE = 100
DAYS = 7


def read_format(path: Path) -> Format:
    """The format in a file that bears its id; raises Misread with file and key where it cannot be."""
    table = Table.read(path)
    found = Format(
        id=table.text("id"),
        order=table.whole("order", default=LATE),
        name=table.words("name"),
        purpose=table.words("purpose"),
        roles=_roles(table.table("roles")),
        direction=table.text("direction", among=DIRECTIONS),
        group=_group(table.table("group")),
        relation=table.text("relation", among=RELATIONS),
        cadence=table.wholes("cadence", least=1),
        minutes=table.whole("minutes", least=1),
        lengths=table.wholes("lengths", least=1),
        term_weeks=table.whole("term_weeks"),
        terms=_range(table, "terms"),
        sessions_target=table.whole("sessions_target", least=1),
        match_modes=table.texts("match_modes", among=MODES),
        weights=_weights(table.table("weights")),
        gates=_gates(table.table("gates")),
        training=_by_side(table.table("training")),
        agenda=_agenda(table.table("agenda")),
        surveys=_surveys(table.table("surveys", default={})),
        metrics=table.texts("metrics"),
        privacy=table.text("privacy", among=PRIVACY),
        gamification=table.text("gamification", among=GAMES),
        safeguards=_safeguards(table.table("safeguards")),
        traits=table.texts("traits", among=TRAITS),
        awaits=table.texts("awaits", among=PARTS, default=[]),
        variants=tuple(_variant(each) for each in table.tables("variants", needed=False)),
    )
    table.end()
    _refuse_contradictions(found, table, stem=path.stem)
    return found


def _roles(table: Table) -> dict[str, Mapping[str, str]]:
    found = {side: table.words(side) for side in SIDES}
    table.end()
    return found


def _group(table: Table) -> Group:
    found = Group(
        min=table.whole("min", least=1),
        max=table.whole("max"),
        leaders=table.whole("leaders", least=1),
        listeners=table.whole("listeners", default=0),
        hard_max=table.whole("hard_max", default=0),
        late_until=table.whole("late_until", default=0),
    )
    table.end()
    if found.max and found.max < found.min:
        raise table.refuse("max", "cannot be below min")
    if found.hard_max and found.hard_max < found.max:
        raise table.refuse("hard_max", "cannot be below max")
    return found


def _range(table: Table, key: str) -> tuple[int, int]:
    values = table.wholes(key)
    if len(values) != len(("from", "to")) or values[0] > values[1]:
        raise table.refuse(key, "has to be two numbers, the smaller first")
    return values[0], values[1]


def _weights(table: Table) -> dict[str, float]:
    found = {name: table.share(name) for name in WEIGHTS}
    table.end()
    if abs(sum(found.values()) - 1) > A_HAIR:
        raise table.refuse("goal", "and the other weights have to add up to 1")
    return found


def _gates(table: Table) -> Gates:
    found = Gates(
        language=table.flag("language"),
        hours=table.whole("hours"),
        line=table.whole("line"),
        training=table.texts("training", among=SIDES),
        level=table.text("level", among=LEVELS),
        clearances=table.texts("clearances", default=[]),
        confirmed=table.texts("confirmed", default=[]),
        both_ways=table.share("both_ways", default=0.0),
    )
    table.end()
    return found


def _by_side(table: Table) -> dict[str, tuple[str, ...]]:
    found = {side: table.texts(side) for side in SIDES}
    table.end()
    return found


def _agenda(table: Table) -> Agenda:
    first = _blocks(table.tables("first"))
    regular = _blocks(table.tables("regular", needed=False))
    table.end()
    return Agenda(first, regular or first)


def _blocks(tables: list[Table]) -> tuple[Block, ...]:
    minutes = [each.whole("minutes", least=1) for each in tables]
    return tuple(_block(each, share=of / sum(minutes)) for each, of in zip(tables, minutes, strict=True))


def _block(table: Table, *, share: float) -> Block:
    steps = table.tables("steps", needed=False)
    minutes = [each.whole("minutes", least=1) for each in steps]
    found = Block(
        key=table.text("key"),
        name=table.words("name"),
        share=share,
        prompts=_prompts(table.table("prompts")),
        steps=tuple(_step(each, share=of / sum(minutes)) for each, of in zip(steps, minutes, strict=True)),
    )
    table.end()
    return found


def _step(table: Table, *, share: float) -> Step:
    found = Step(table.text("key"), table.words("name"), share)
    table.end()
    return found


def _prompts(table: Table) -> dict[str, tuple[str, ...]]:
    if "en" not in table.left():
        raise table.refuse("en", "is missing: every text is there in English")
    return {language: table.texts(language) for language in table.left()}


def _surveys(table: Table) -> tuple[Survey, ...]:
    found: list[Survey] = []
    for moment in table.left():
        if moment not in MOMENTS:
            raise table.refuse(moment, f"is no moment; known are {', '.join(MOMENTS)}")
        asked = table.table(moment)
        found += [Survey(moment, side, each) for side in SIDES for each in asked.texts(side, default=[])]
        asked.end()
    return tuple(found)


def _safeguards(table: Table) -> dict[str, Mapping[str, str]]:
    return {code: table.words(code) for code in table.left()}


def _variant(table: Table) -> Variant:
    found = Variant(
        key=table.text("key"),
        name=table.words("name"),
        max=table.whole("max", least=1),
        term_weeks=table.whole("term_weeks", least=1),
        sessions_target=table.whole("sessions_target", least=1),
    )
    table.end()
    return found


def _refuse_contradictions(found: Format, table: Table, *, stem: str) -> None:
    """What each key may say alone and both may not say together."""
    if found.id != stem:
        raise table.refuse("id", f'is "{found.id}", so the file has to be called {found.id}.toml')
    if found.minutes not in found.lengths:
        raise table.refuse("lengths", "has to hold minutes")
    if not found.terms[0] <= found.term_weeks <= found.terms[1]:
        raise table.refuse("term_weeks", "has to lie within terms")
    if found.relation == "term" and not (found.term_weeks and found.cadence):
        raise table.refuse("relation", 'cannot be "term" without term_weeks and cadence')
    days = sum(found.days_after(number) or 0 for number in range(1, found.sessions_target))
    if found.term_weeks and days > found.term_weeks * DAYS:
        raise table.refuse("sessions_target", "does not fit into term_weeks at this cadence")
    if "no_games" in found.traits and found.gamification != "off":
        raise table.refuse("gamification", 'has to be "off" for a format without games')
