"""An instrument's file: read strictly, so that a slip is named instead of scoring people wrongly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cairn.care.instrument import ACTION, BOOKING, LIKERT, NUMBERS, SCALE, Instrument, Item
from cairn.kernel.strict import Misread, Table

TYPES = (LIKERT, SCALE, ACTION, BOOKING)
VISIBILITIES = ("respondent", "pair", "aggregate")
LABELS = ("house-unvalidated", "recommendation-score", "validated")
FUNCTIONS = ("mean", "sum", "recommendation")


def read_instrument(path: Path) -> Instrument:
    """The instrument in a file that bears its id; raises Misread with file and key where it cannot be."""
    raw = _document(path)
    table = Table(raw, file=path.name)
    languages = table.texts("lang")
    items = tuple(_item(each, languages=languages) for each in table.tables("items"))
    found = Instrument(
        id=table.text("id", among=[path.stem]),
        version=table.whole("version", least=1),
        name=table.words("name"),
        purpose=table.words("purpose"),
        label=table.text("label", among=LABELS),
        licence=table.text("licence"),
        visibility=table.text("visibility", among=VISIBILITIES),
        seconds=table.whole("seconds", least=1),
        items=items,
        scoring=raw,
    )
    if not items:
        raise table.refuse("items", "are missing")
    _scores(table, {each.id for each in items if each.type in NUMBERS})
    _aggregate(table.table("aggregate"))
    table.flag("bundled")
    table.flag("commercial_ok")
    return found


def _document(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as fault:
        raise Misread(f"{path.name}: not readable as JSON: {fault}.") from fault
    if not isinstance(found, dict):
        raise Misread(f"{path.name}: has to be an object.")
    return found


def _item(table: Table, *, languages: tuple[str, ...]) -> Item:
    type_ = table.text("type", among=TYPES)
    numbers: dict[str, Any] = {}
    if type_ in NUMBERS:
        numbers = {"min": table.whole("min"), "max": table.whole("max", least=1)}
        table.flag("reverse", default=False)
        if numbers["min"] >= numbers["max"]:
            raise table.refuse("max", "has to be above min")
        labels = table.table("labels")
        steps = numbers["max"] - numbers["min"] + 1
        numbers["labels"] = {each: labels.texts(each) for each in labels.left()}
        for language, words in numbers["labels"].items():
            if len(words) not in {2, steps}:
                raise labels.refuse(language, f"has to name both ends, or all {steps} steps")
    made = Item(id=table.text("id"), type=type_, text=table.words("text"), **numbers)
    table.end()
    for language in languages:
        if language not in made.text or (made.labels and language not in made.labels):
            raise table.refuse(language, "is promised and not there")
    return made


def _scores(table: Table, numbers: set[str]) -> None:
    for score in table.tables("scores"):
        items = score.texts("items", among=numbers)
        score.text("id")
        score.text("fn", among=FUNCTIONS)
        least = score.whole("minAnswered", least=1)
        if least > len(items):
            raise score.refuse("minAnswered", "is more than there are items")


def _aggregate(table: Table) -> None:
    if table.whole("kMin", least=5) > table.whole("kMinSensitive", least=10):
        raise table.refuse("kMin", "is above kMinSensitive")
