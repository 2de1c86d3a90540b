"""Choosing who: the other pair of a swap, the two of a match by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from cairn.matching.pairing import Pairing
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment

if TYPE_CHECKING:
    from cairn.matching.run import Run

Row = TypeVar("Row", Pairing, Enrolment)


@dataclass(frozen=True, slots=True)
class Choice:
    """Every other pair of the run, and the one chosen."""

    others: list[Pairing]
    chosen: Pairing | None


@dataclass(frozen=True, slots=True)
class Hand:
    """Everybody on both sides, and the two chosen."""

    mentees: list[Enrolment]
    mentors: list[Enrolment]
    mentee: Enrolment | None
    mentor: Enrolment | None


def partner_of(pairing: Pairing, *, said: Mapping[str, str]) -> Choice:
    """The pairs of the same run, by mentee; an id of another run or programme is nobody."""
    pairs = Pairing.objects.filter(run=pairing.run_id).select_related(
        "mentor__person", "mentee__person", "run"
    )
    others = list(
        pairs.exclude(pk=pairing.pk).exclude(mentor=pairing.mentor_id).order_by("mentee__person__name", "id")
    )
    return Choice(others, _found(others, said.get("with", "")))


def hand_of(run: Run, *, said: Mapping[str, str]) -> Hand:
    """The people of the run's programme, by name."""
    present = Enrolment.objects.present().filter(programme=run.programme_id)
    people = list(present.select_related("person").order_by("person__name", "id"))
    mentees = [each for each in people if each.side == MENTEE]
    mentors = [each for each in people if each.side == MENTOR]
    return Hand(
        mentees, mentors, _found(mentees, said.get("mentee", "")), _found(mentors, said.get("mentor", ""))
    )


def _found(rows: list[Row], said: str) -> Row | None:
    try:
        wanted = UUID(said)
    except ValueError:
        return None
    return next((row for row in rows if row.pk == wanted), None)
