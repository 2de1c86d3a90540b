"""From the O*NET database's text files: technology skills, skill elements, occupations and their titles."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cairn.people.taxonomy.building.entry import Found, Gathering, slug
from cairn.people.taxonomy.spelling import key

#: What people can learn in the content model: work styles, basic and cross-functional skills, knowledge.
_ELEMENTS = re.compile(r"(?:1\.C|2\.A|2\.B|2\.C)(?:\.\w+){0,2}")
_ACRONYM = re.compile(r"(?P<words>.+) (?P<short>[A-Z][A-Z0-9/&-]{1,7})(?P<rest> software)?")
_MAKERS = re.compile(
    r"(?:Microsoft|Adobe|Apple|Google|Oracle|IBM|SAP|Autodesk|Apache|Atlassian|Intuit|Amazon|Cisco|ESRI|"
    r"Red Hat|The MathWorks|Dassault Systemes|Trimble|Bentley|Corel|Salesforce|VMware|Symantec|Siemens)"
    r" (?P<rest>.{3,})"
)
#: A rare product's acronym would own an everyday word ("LEAD").
LEAST_TO_SHORTEN = 3

#: One title that stands in more occupations than this says too little to find one.
MOST_OCCUPATIONS = 3


def gather_technology(gathering: Gathering, folder: Path) -> None:
    """Products and their kinds; a kind is the parent, a product's weight how many occupations name it."""
    named: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, str] = {}
    for row in rows(folder / "Technology Skills.txt"):
        named[row["Example"], row["Commodity Code"]] += 1
        kinds[row["Commodity Code"]] = row["Commodity Title"]
    weights: Counter[str] = Counter()
    for (example, _), count in named.items():
        weights[example] += count
    for code, title in sorted(kinds.items()):
        gathering.add(Found(f"onet:{code}", title, "", 1))
    products = []
    for (example, code), _count in sorted(named.items(), key=lambda item: (-item[1], item[0])):
        if slug(example):
            parent = gathering.named(kinds[code])
            made = Found(f"onet:{slug(example)}", example, parent.code if parent else "", weights[example])
            products.append(gathering.add(made))
    for entry in sorted(products, key=lambda entry: (-entry.weight, entry.code)):
        if entry.weight >= LEAST_TO_SHORTEN:
            gathering.spell(entry, *short_names(entry.label))


def short_names(label: str) -> list[str]:
    """What people leave out: the maker, "software", or the words before an acronym."""
    names = []
    acronym = _ACRONYM.fullmatch(label)
    if acronym:
        names += (
            [acronym["words"], acronym["short"]] if _abbreviates(acronym["short"], acronym["words"]) else []
        )
    made = _MAKERS.fullmatch(label)
    if made:
        names += [made["rest"], *([f"MS {made['rest']}"] if label.startswith("Microsoft") else [])]
    if label.endswith(" software"):
        names += [label.removesuffix(" software")]
    return names


def _abbreviates(short: str, words: str) -> bool:
    """Whether the letters of an acronym stand in its words, in order."""
    letters = iter(key(words).replace(" ", ""))
    return all(letter in letters for letter in short.lower() if letter.isalnum())


def gather_elements(gathering: Gathering, folder: Path) -> None:
    """Work styles, skills and knowledge of the content model, each under its own heading."""
    for row in rows(folder / "Content Model Reference.txt"):
        number = row["Element ID"]
        if _ELEMENTS.fullmatch(number):
            above = gathering.entries.get(f"onet:{number.rpartition('.')[0]}")
            entry = gathering.add(
                Found(f"onet:{number}", row["Element Name"], above.code if above else "", 60)
            )
            gathering.spell(entry, *re.split(r"/| and ", row["Element Name"]))


def gather_occupations(gathering: Gathering, folder: Path) -> None:
    """Occupations under their major group, with the titles people give them."""
    for row in rows(folder / "Occupation Data.txt"):
        code = row["O*NET-SOC Code"]
        gathering.add(Found(f"onet:{code}", row["Title"], f"soc:{code[:2]}", 10))
    titles = [
        (row["Alternate Title"], row["O*NET-SOC Code"]) for row in rows(folder / "Alternate Titles.txt")
    ]
    shared = Counter(key(title) for title, _ in titles)
    for title, code in titles:
        entry = gathering.entries.get(f"onet:{code}")
        if entry and shared[key(title)] <= MOST_OCCUPATIONS:
            gathering.spell(entry, title)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of one O*NET file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
