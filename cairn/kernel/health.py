"""How a check of the house answers; each room has its own checks in `health.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    """One check. `code` says what is wrong ("" where nothing is), `count` how much, where that means
    something.

    `vital` checks decide whether this process may be sent visitors; the others are for the operator.
    """

    name: str
    code: str = ""
    count: int = 0
    vital: bool = False

    @property
    def well(self) -> bool:
        """Nothing is wrong."""
        return not self.code
