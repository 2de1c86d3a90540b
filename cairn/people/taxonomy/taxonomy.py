"""The taxonomy in memory: found by any spelling, suggested while typing, with parents and siblings."""

from bisect import bisect_left
from collections import defaultdict
from functools import cache, cached_property
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cairn.people.taxonomy.spelling import key, near, plainer, squash

DATA = Path(__file__).parent / "data"

#: Shorter words are never corrected: nearly every short word is one slip from another.
LEAST_TO_CORRECT = 4


#: What it is worth that a person sees, in the label, the word they are typing.
SEEN_WORTH = 600


class Skill(NamedTuple):
    """A skill (or a role). `weight` says how common it is, for the order of suggestions."""

    code: str
    label: str
    parent: str
    weight: int


class Taxonomy:
    """Read once from one file of lines `code, label, parent, weight, key|key|…`."""

    def __init__(self, path: Path) -> None:
        self._skills: dict[str, Skill] = {}
        self._index: dict[str, str] = {}
        self._keys: list[tuple[str, str, bool]] = []
        with path.open(encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                code, label, parent, weight, keys = line.rstrip("\n").split("\t")
                self._skills[code] = Skill(code, label, parent, int(weight))
                seen = True
                for spelt in keys.split("|"):
                    self._index.setdefault(spelt.replace(" ", ""), code)
                    self._keys.append((spelt, code, seen))
                    seen = False

    def __len__(self) -> int:
        return len(self._skills)

    def __contains__(self, code: str) -> bool:
        return code in self._skills

    def find(self, text: str) -> Skill | None:
        """The skill meant by a text, whatever its spelling; None where nothing surely fits."""
        spelt = key(text)
        for attempt in (spelt, *plainer(spelt)):
            code = self._index.get(squash(attempt))
            if code:
                return self._skills[code]
        return None

    def nearest(self, text: str) -> Skill | None:
        """The skill one slip of the finger away ("Exel", "Kubernets"), the commonest of several."""
        squashed = squash(key(text))
        if len(squashed) < LEAST_TO_CORRECT:
            return None
        codes = {self._index[guess] for guess in near(squashed) if guess in self._index}
        return max(
            (self._skills[code] for code in codes), key=lambda skill: (skill.weight, skill.code), default=None
        )

    def suggest(self, text: str, *, limit: int = 8) -> list[Skill]:
        """What a person may be typing: the exact word, words that begin so, then words one slip away."""
        spelt = key(text)
        if not spelt:
            return []
        exact = self.find(text)
        worth = self._beginning_with(spelt)
        begun = [
            self._skills[code] for code in nsmallest(limit, worth, key=lambda code: (-worth[code], code))
        ]
        ranked = [exact, *begun] if exact else begun
        if len(ranked) < limit:
            ranked += self._slipped(squash(spelt))
        return list(dict.fromkeys(ranked))[:limit]

    def _beginning_with(self, spelt: str) -> dict[str, int]:
        """Codes with a word, or several in a row, that begin so, and how much each deserves to be shown."""
        found: dict[str, int] = {}
        at = bisect_left(self._starts, (spelt, "", False))
        for start, code, seen in islice(self._starts, at, None):
            if not start.startswith(spelt):
                break
            worth = self._skills[code].weight + (SEEN_WORTH if seen else 0)
            found[code] = max(found.get(code, 0), worth)
        return found

    def _slipped(self, squashed: str) -> list[Skill]:
        if len(squashed) < LEAST_TO_CORRECT:
            return []
        codes = {self._index[guess] for guess in near(squashed) if guess in self._index}
        return sorted((self._skills[code] for code in codes), key=lambda skill: (-skill.weight, skill.label))

    @cached_property
    def _starts(self) -> list[tuple[str, str, bool]]:
        """Every key, and every key from each of its later words on, sorted; `seen` where the label shows
        it.
        """
        starts = []
        for spelt, code, seen in self._keys:
            starts.append((spelt, code, seen))
            at = spelt.find(" ")
            while at > 0:
                starts.append((spelt[at + 1 :], code, seen))
                at = spelt.find(" ", at + 1)
        starts.sort()
        return starts

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = defaultdict(list)
        for skill in self._skills.values():
            if skill.parent:
                children[skill.parent].append(skill.code)
        return dict(children)

    def everyday(self) -> list[Skill]:
        """Our own mentoring skills: what a person without a word for it most likely means."""
        return [skill for skill in self._skills.values() if skill.code.startswith("cairn:")]

    def get(self, code: str) -> Skill | None:
        """The skill with a code."""
        return self._skills.get(code)

    def label(self, code: str) -> str:
        """The label of a code; the code itself when it is not one of ours."""
        skill = self._skills.get(code)
        return skill.label if skill else code

    def parent(self, code: str) -> str | None:
        """The code of the wider skill, if there is one."""
        skill = self._skills.get(code)
        return skill.parent or None if skill else None

    def children(self, code: str) -> list[str]:
        """Codes of the narrower skills."""
        return self._children.get(code, [])

    def siblings(self, code: str) -> list[str]:
        """Codes of the other skills under the same wider one."""
        parent = self.parent(code)
        return [other for other in self.children(parent) if other != code] if parent else []


@cache
def skills() -> Taxonomy:
    """Skills; read on first use."""
    return Taxonomy(DATA / "skills.tsv")


@cache
def roles() -> Taxonomy:
    """Occupations and the titles people give them; read on first use."""
    return Taxonomy(DATA / "roles.tsv")
