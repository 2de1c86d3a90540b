"""Whoever asks a checker to look away says why, on the line or on the one above it."""

from tests.architecture.exceptions import unexplained, unexplained_codes
from tests.architecture.plan import ROOT

TREES = ("cairn", "matchmaker", "measures", "benchmarks", "scripts", "tests")
SAMPLE = """\
import one  # noqa: E402
import two  # noqa: E402 - the path is set above
import three  # noqa: E402
# Django asks for a function of this name.
def ready(self):  # type: ignore[override]
    return "# noqa: X100"  # type: ignore[return-value]
class Part(Whole):  # type: ignore[misc]  # it comes without types
    x = 1  # pragma: no cover
    y = 2  # noqa: A1, B22
"""
SETTINGS = """\
[tool.mypy]
strict = true
[tool.ruff.lint]
select = ["ALL"]
ignore = [
  "D102", "D103",  # names say it
  "S101",
]
[tool.ruff.lint.per-file-ignores]
# It prints.
"x.py" = ["T201"]
"y.py" = ["T201"]
"""


def test_an_exception_without_a_reason_is_found() -> None:
    assert unexplained(SAMPLE) == [1, 6, 8, 9]


def test_a_rule_switched_off_without_a_reason_is_found() -> None:
    assert unexplained_codes(SETTINGS) == [7, 12]


def test_every_exception_in_the_tree_says_why() -> None:
    files = [ROOT / "manage.py", *(path for tree in TREES for path in sorted((ROOT / tree).rglob("*.py")))]
    bare = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in files
        for line in unexplained(path.read_text(encoding="utf-8"))
    ]
    assert bare == []


def test_every_rule_switched_off_for_a_folder_says_why() -> None:
    assert unexplained_codes((ROOT / "pyproject.toml").read_text(encoding="utf-8")) == []
