"""Our own three files: everyday skills, spellings, parents."""

import csv
from collections.abc import Iterator
from pathlib import Path

from cairn.people.taxonomy.building.entry import Found, Gathering
from cairn.people.taxonomy.taxonomy import DATA

#: What most people in a mentoring programme type stands before any product of the same name.
EVERYDAY_WEIGHT = 500


def gather_everyday(gathering: Gathering) -> None:
    """Everyday skills with their areas, which become parents."""
    rows = list(_rows(DATA / "everyday.tsv"))
    entries = []
    for row in rows:
        is_area = not row["parent"]
        weight = EVERYDAY_WEIGHT // 2 if is_area else EVERYDAY_WEIGHT
        entries.append(gathering.add(Found(row["code"], row["label"], row["parent"], weight)))
    # Other names come after every label, and areas last: a label always beats somebody else's other name.
    for entry, row in sorted(zip(entries, rows, strict=True), key=lambda pair: not pair[1]["parent"]):
        gathering.spell(entry, *row["also"].split("|"))


def gather_spellings(gathering: Gathering) -> None:
    """Abbreviations and everyday names of products ("K8s")."""
    for row in _rows(DATA / "spellings.tsv"):
        entry = gathering.named(row["label"])
        if entry:
            gathering.spell(entry, *row["also"].split("|"), row["call"])
            entry.label = row["call"] or entry.label


def gather_parents(gathering: Gathering) -> None:
    """Parents nearer to how people learn than a purchasing catalogue's; the last line for a label holds."""
    for row in _rows(DATA / "parents.tsv"):
        entry = gathering.named(row["label"])
        if entry and entry.code != row["parent"]:
            entry.parent = row["parent"]


def gather_families(gathering: Gathering) -> None:
    """The major groups of the Standard Occupational Classification, in plain words."""
    for row in _rows(DATA / "families.tsv"):
        gathering.add(Found(row["code"], row["label"], "", 1))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
