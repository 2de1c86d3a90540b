"""From ESCO: skills, knowledge and occupations with other labels, in the compact or the official columns.

Official downloads name their columns conceptUri, preferredLabel, altLabels (one a line); their hierarchy
stands in broaderRelationsSkillPillar / broaderUri. The compact files have uri, label, alt_labels (parted
by "|").
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from cairn.people.taxonomy.building.entry import Found, Gathering

_SEPARATORS = re.compile(r"[|\n]")
_KIND = re.compile(r" \(.*\)$")

#: ESCO lists every turn of a phrase; beyond these the labels only repeat each other.
MOST_NAMES = 12

#: What a description begins with, and the everyday skill such a thing belongs to.
_PARENTS = (
    (re.compile(r"The techniques and principles of software development"), "cairn:programming"),
    (re.compile(r"(?i)penetration test|vulnerabilit|ICT security|cyber"), "cairn:cyber-security"),
    (re.compile(r"(?i)e-learning|learning management|learning system"), "cairn:training-design"),
    (re.compile(r"(?i)\bquery language|\bdatabase"), "cairn:databases"),
    (re.compile(r"(?i)cloud"), "cairn:cloud"),
    (re.compile(r"(?i)machine learning|neural network|artificial intelligence"), "cairn:ai"),
    (re.compile(r"(?i)graphic|raster|vector"), "cairn:graphic-design"),
    (re.compile(r"(?i)statistic|data analysis|analyse data"), "cairn:data-analysis"),
    (re.compile(r"(?i)software testing|test cases"), "cairn:testing"),
    (re.compile(r"(?i)software development|integrated development environment"), "cairn:programming"),
    (re.compile(r"(?i)\bnetwork"), "cairn:networks"),
)


def gather_skills(gathering: Gathering, folder: Path) -> None:
    """Skills and knowledge; the wider concept is the parent, or what the description tells."""
    broader = _broader(folder)
    for row in _rows(folder, "skills"):
        label = _label(row)
        if not label:
            continue
        code = code_of(row)
        parent = broader.get(code, "") or _parent_told_by(row.get("description") or "")
        plain = _KIND.sub("", label)
        entry = gathering.add(Found(code, plain, parent, 5))
        gathering.spell(entry, label, *_other_names(row))


def gather_occupations(gathering: Gathering, folder: Path) -> None:
    """Occupations; one that O*NET knows under the same title joins it."""
    for row in _rows(folder, "occupations"):
        label = _label(row)
        if label:
            entry = gathering.add(Found(code_of(row), label, _family(row), 8))
            gathering.spell(entry, *_other_names(row))


def code_of(row: dict[str, str]) -> str:
    """The code of a concept: the last part of its address."""
    return "esco:" + (row.get("conceptUri") or row.get("uri") or "").rstrip("/").rpartition("/")[2]


def _label(row: dict[str, str]) -> str:
    return " ".join((row.get("preferredLabel") or row.get("label") or "").split())


def _other_names(row: dict[str, str]) -> list[str]:
    names = _SEPARATORS.split(row.get("altLabels") or row.get("alt_labels") or "")
    return [name.strip() for name in names if name.strip()][:MOST_NAMES]


def _parent_told_by(description: str) -> str:
    return next((code for pattern, code in _PARENTS if pattern.search(description)), "")


def _family(row: dict[str, str]) -> str:
    """Occupations of the compact file are digital ones; the official file names an ISCO group instead."""
    group = row.get("iscoGroup") or ""
    return "soc:15" if not group or group.startswith(("25", "35")) else ""


def _broader(folder: Path) -> dict[str, str]:
    """Wider concepts by code, from the official relations file; empty where there is none."""
    wider: dict[str, str] = {}
    for path in sorted(folder.glob("broaderRelationsSkillPillar*.csv")):
        for row in _lines(path):
            child = row["conceptUri"].rstrip("/").rpartition("/")[2]
            wider.setdefault(f"esco:{child}", f"esco:{row['broaderUri'].rstrip('/').rpartition('/')[2]}")
    return wider


def _rows(folder: Path, what: str) -> Iterator[dict[str, str]]:
    """Rows of `skills.csv` or of the official `skills_en.csv`, and of the groups above official skills."""
    wanted = [f"{what}.csv", f"{what}_en.csv", *(["skillGroups_en.csv"] if what == "skills" else [])]
    for name in wanted:
        if (folder / name).exists():
            yield from _lines(folder / name)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
