"""The answer of a cell reader."""

from typing import Any, NamedTuple


class Snag(NamedTuple):
    """What is wrong with a cell, or worth saying. `part` is the piece of the cell it is about; `offer`
    the text that could stand there instead, empty where nobody can know. A note does not keep the row
    from being brought in.
    """

    code: str
    part: str
    offer: str = ""
    is_note: bool = False


class Reading(NamedTuple):
    """The value of a cell and its snags. With a fault among them the value is not used."""

    value: Any = None
    snags: tuple[Snag, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether something must be mended before the row can come in."""
        return any(not snag.is_note for snag in self.snags)


def fault(code: str, part: str, offer: str = "") -> Reading:
    """A reading that is only a fault."""
    return Reading(None, (Snag(code, part, offer),))
