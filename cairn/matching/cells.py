"""Cells: what a person's rows say, written as the engine reads them (`;` between values, `Mon 09:00-12:00`
for hours).

Values are codes (of skills, options, languages), never labels, so renaming anything leaves every rule and
every run alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cairn.questions.question import WITH_OPTIONS

if TYPE_CHECKING:
    from cairn.people.free_hour import FreeHour
    from cairn.people.person import Person
    from cairn.people.skill_claim import SkillClaim

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
QUESTION = "q:"
SEPARATOR = ";"


def profile_cells(person: Person) -> dict[str, str]:
    """What stands on the person's own row; an unknown is left out, never guessed."""
    writes = "yes" if person.async_ok else "no"
    return filled({"languages": SEPARATOR.join(person.languages), "zone": person.zone, "async": writes})


def offered(claims: Iterable[SkillClaim]) -> str:
    """`code[1-6];code`: each with the levels it is offered for."""
    return SEPARATOR.join(claim.code + _range(claim) for claim in claims)


def _range(claim: SkillClaim) -> str:
    low, high = claim.level_low, claim.level_high
    if low is None and high is None:
        return ""
    return f"[{low if low is not None else high}-{high if high is not None else low}]"


def wanted(claims: Iterable[SkillClaim]) -> str:
    """`code!;code`: the exclamation mark for what must be there."""
    return SEPARATOR.join(claim.code + ("!" if claim.must else "") for claim in claims)


def level_of(claims: Iterable[SkillClaim], given: int | None) -> str:
    """The mentee's level: of the enrolment where given, else the one their wishes name."""
    if given is not None:
        return str(given)
    return next((str(claim.level_low) for claim in claims if claim.level_low is not None), "")


def hours(free: Iterable[FreeHour]) -> str:
    """The free week, in the person's own zone."""
    return SEPARATOR.join(f"{DAYS[hour.weekday]} {_clock(hour.start)}-{_clock(hour.end)}" for hour in free)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def answer_cells(answers: Mapping[str, Any], kinds: Mapping[str, str]) -> dict[str, str]:
    """One column for each question; an option is written `question/option`, since two questions may both
    have "yes".
    """
    return filled(
        {QUESTION + code: _answer(code, kinds.get(code, ""), value) for code, value in answers.items()}
    )


def _answer(code: str, kind: str, value: Any) -> str:
    if value is None:
        return ""
    if kind in WITH_OPTIONS:
        return SEPARATOR.join(f"{code}/{each}" for each in (value if isinstance(value, list) else [value]))
    return str(value)


def filled(cells: Mapping[str, str]) -> dict[str, str]:
    """Without the empty ones."""
    return {column: text for column, text in cells.items() if text}
