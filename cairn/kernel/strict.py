"""Data files read strictly: what is missing, unknown or of the wrong kind is refused, file and key named."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

#: The language every text has; what is missing in another is said in this one.
SURE = "en"

Words = Mapping[str, str]


class Misread(ValueError):
    """A data file cannot mean what it says; the sentence names the file and the key."""


class Table:
    """One table of a data file. Each value is taken once; what is left in the end is not known."""

    def __init__(self, values: Mapping[str, Any], *, file: str, place: str = "") -> None:
        self._left, self._file, self._place = dict(values), file, place

    @classmethod
    def read(cls, path: Path) -> "Table":
        """The whole of a TOML file."""
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), file=path.name)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise Misread(f"{path.name}: not readable as TOML: {fault}.") from fault

    def refuse(self, key: str, what: str) -> Misread:
        """The fault of one key, to be raised."""
        return Misread(f"{self._file}: {self._name(key)} {what}.")

    def _name(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def _take(self, key: str, kind: type, default: Any) -> Any:
        value = self._left.pop(key, default)
        if value is None:
            raise self.refuse(key, "is missing")
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.refuse(key, f"has to be {_KINDS[kind]}, not {value!r}")
        return value

    def text(self, key: str, *, among: Iterable[str] = (), default: str | None = None) -> str:
        """A text that is not empty, one of `among` where they are told."""
        value: str = self._take(key, str, default)
        known = sorted(among)
        if known and value not in known:
            raise self.refuse(key, f'cannot be "{value}"; known are {", ".join(known)}')
        if not value.strip():
            raise self.refuse(key, "is empty")
        return value

    def whole(self, key: str, *, least: int = 0, default: int | None = None) -> int:
        """A whole number, not below `least`."""
        value: int = self._take(key, int, default)
        if value < least:
            raise self.refuse(key, f"cannot be below {least}")
        return value

    def share(self, key: str, *, default: float | None = None) -> float:
        """A number between 0 and 1."""
        value = self._left.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            self._left[key] = float(value)
        taken: float = self._take(key, float, default)
        if not 0 <= taken <= 1:
            raise self.refuse(key, "has to lie between 0 and 1")
        return taken

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false."""
        value: bool = self._take(key, bool, default)
        return value

    def wholes(self, key: str, *, least: int = 0) -> tuple[int, ...]:
        """Whole numbers, none below `least`."""
        values: list[Any] = self._take(key, list, None)
        if any(type(one) is not int or one < least for one in values):
            raise self.refuse(key, f"has to be whole numbers from {least}")
        return tuple(values)

    def texts(
        self, key: str, *, among: Iterable[str] = (), default: list[str] | None = None
    ) -> tuple[str, ...]:
        """Texts, none empty, none twice; each one of `among` where they are told."""
        values: list[Any] = self._take(key, list, default)
        known = set(among)
        for one in values:
            if not isinstance(one, str) or not one.strip():
                raise self.refuse(key, "has to be texts in quotes")
            if known and one not in known:
                raise self.refuse(key, f'does not know "{one}"; known are {", ".join(sorted(known))}')
        if len(set(values)) < len(values):
            raise self.refuse(key, "names something twice")
        return tuple(values)

    def table(self, key: str, *, default: Mapping[str, Any] | None = None) -> "Table":
        """A table inside this one."""
        return Table(self._take(key, dict, default), file=self._file, place=self._name(key))

    def tables(self, key: str, *, needed: bool = True) -> list["Table"]:
        """A list of tables."""
        values: list[Any] = self._take(key, list, None if needed else [])
        if not all(isinstance(one, dict) for one in values):
            raise self.refuse(key, "has to be a list of tables")
        return [
            Table(one, file=self._file, place=f"{self._name(key)}[{number}]")
            for number, one in enumerate(values, start=1)
        ]

    def words(self, key: str) -> Words:
        """A text by language; English is always there."""
        return self.table(key).every_language()

    def every_language(self) -> Words:
        """The table itself as a text by language."""
        if SURE not in self._left:
            raise self.refuse(SURE, "is missing: every text is there in English")
        return {language: self.text(language) for language in self.left()}

    def left(self) -> list[str]:
        """The keys nobody has taken yet."""
        return list(self._left)

    def end(self) -> None:
        """Refuse what nobody asked for."""
        for key in self._left:
            raise self.refuse(key, "is not known")


_KINDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


def said(words: Words, language: str | None = None) -> str:
    """A text in the reader's language, in its main form, or in English."""
    wanted = language or get_language() or SURE
    return words.get(wanted) or words.get(wanted.split("-")[0]) or words[SURE]
