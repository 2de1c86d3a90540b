"""What is gathered while the taxonomy is built."""

import re
from dataclasses import dataclass, field

from cairn.people.taxonomy.spelling import key, squash

#: Our own skills keep the place we gave them, also when a source knows them too.
OWN = "cairn:"

_CODE_SIGNS = re.compile(r"[^a-z0-9+#.]+")


@dataclass
class Found:
    """One skill or role under construction. `names` are its spellings, the label first."""

    code: str
    label: str
    parent: str = ""
    weight: int = 1
    names: list[str] = field(default_factory=list)


class Gathering:
    """Entries by code and spelling. Whoever comes first owns a spelling; a second source joins the first."""

    def __init__(self) -> None:
        self.entries: dict[str, Found] = {}
        self._owner: dict[str, str] = {}

    def add(self, found: Found) -> Found:
        """Add an entry, or join it to the one that already has its label."""
        same = self.named(found.label)
        entry = same or self.entries.setdefault(found.code, found)
        if not entry.code.startswith(OWN):
            entry.parent = entry.parent or (found.parent if found.parent != entry.code else "")
        entry.weight = max(entry.weight, found.weight)
        self.spell(entry, found.label, *([] if entry is found else found.names))
        return entry

    def named(self, name: str) -> Found | None:
        """The entry that owns a spelling."""
        code = self._owner.get(squash(key(name)))
        return self.entries[code] if code else None

    def spell(self, entry: Found, *names: str) -> None:
        """Give an entry further spellings; those that belong to another stay with it."""
        for name in names:
            spelt = key(name)
            if spelt and self._owner.setdefault(squash(spelt), entry.code) == entry.code:
                entry.names.append(spelt)

    def lines(self) -> list[str]:
        """The file: a heading, then one line for each entry, in the order of codes."""
        lines = ["code\tlabel\tparent\tweight\tkeys"]
        for code in sorted(self.entries):
            entry = self.entries[code]
            parent = entry.parent if entry.parent in self.entries else ""
            spellings = "|".join(dict.fromkeys([key(entry.label), *entry.names]))
            lines.append(f"{code}\t{entry.label}\t{parent}\t{entry.weight}\t{spellings}")
        return lines


def slug(label: str) -> str:
    """The part of a code that comes from a label: "Microsoft Excel" → "microsoft-excel"."""
    return _CODE_SIGNS.sub("-", key(label)).strip("-")[:60]
