"""What a column of the file means."""

from dataclasses import asdict, dataclass
from typing import Any

#: Meanings whose cells fill one field, so that one column at most may have them.
SINGLE = (
    "name", "given_name", "family_name", "email", "external_id", "zone", "level", "capacity", "hours_a_month",
    "manager", "goal", "pronouns", "pronunciation", "headline", "async_ok", "arrived",
)  # fmt: skip
#: Meanings that several columns may share; their values are joined.
SHARED = ("hours", "offered", "wanted", "languages")
GROUP, QUESTION, IGNORE = "group", "question", "ignore"
DIMENSIONS = (
    "gender", "ethnicity", "disability", "age", "religion", "orientation", "caring", "first_generation",
    "migration", "other",
)  # fmt: skip
QUESTION_KINDS = ("choice", "choices", "number", "text")


class NotAChoice(ValueError):
    """A meaning that does not exist, or that another column has already; `code` says which."""

    def __init__(self, code: str, heading: str) -> None:
        """Keep the code and the heading it is about."""
        super().__init__(f"{code}: {heading}")
        self.code, self.heading = code, heading


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `choice` is the one text a page offers and sends back:

    a meaning of SINGLE or SHARED, "ignore", "group:gender", "question:new:choices", "question:known:<code>".
    `how` tells why it was recognised: "heading", "content", "chosen", "none". `comma` is whether a comma
    parts values here, which is so unless the column uses ";" or "|".
    """

    index: int
    heading: str
    choice: str = IGNORE
    how: str = "none"
    comma: bool = True

    @property
    def meaning(self) -> str:
        """The choice without its details."""
        return self.choice.partition(":")[0]

    @property
    def detail(self) -> str:
        """The dimension of a group column, "new:choices" or "known:code" of a question."""
        return self.choice.partition(":")[2]

    @property
    def is_secret(self) -> bool:
        """Whether no page, report or file may show what stands in it."""
        return self.meaning == GROUP

    def as_json(self) -> dict[str, Any]:
        """As the upload keeps it."""
        return asdict(self)


def is_choice(choice: str) -> bool:
    """Whether a choice could be one; a known question is looked up elsewhere."""
    meaning, _, detail = choice.partition(":")
    if meaning == GROUP:
        return detail in DIMENSIONS
    if meaning == QUESTION:
        fresh, _, rest = detail.partition(":")
        return rest in QUESTION_KINDS if fresh == "new" else fresh == "known" and bool(rest)
    return choice in (*SINGLE, *SHARED, IGNORE)
