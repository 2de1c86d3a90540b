"""Privacy classes, and the rule every model field must state before it may exist.

P0 public · P1 profile · P2 relationship (who, when, goals) · P3 private words · P4 special category ·
P5 protected report · P6 secret. Each room keeps `PRIVACY: dict[str, FieldRule]` in its `privacy.py`,
keyed "Model.field"; a field without its rule fails the build.
"""

from dataclasses import dataclass

CLASSES = ("P0", "P1", "P2", "P3", "P4", "P5", "P6")

#: Classes whose journal entries and rows never show up in an ordinary list.
STRICT = ("P4", "P5", "P6")


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What one field is, what "export everything about me" does with it, and what erasure does.

    `cls` is one of CLASSES. `export` and `erase` are short words for a reader and for the test:
    "yes" / "no" / "counts", and "row" (goes with its row) / "blank" / "key" (its key is dropped) / "keep".
    """

    cls: str
    export: str = "yes"
    erase: str = "row"

    def __post_init__(self) -> None:
        """Refuse a rule that decides nothing."""
        if self.cls not in CLASSES or not self.export or not self.erase:
            message = f"not a privacy rule: {self!r}"
            raise ValueError(message)


def tenant_fields(model: str) -> dict[str, FieldRule]:
    """The two fields every row of an organisation has."""
    return {
        f"{model}.id": FieldRule("P0", export="yes", erase="row"),
        f"{model}.organisation": FieldRule("P0", export="no", erase="row"),
    }
