"""Demand and supply of each skill."""

from dataclasses import dataclass

from matchmaker.criteria.skills import Skills
from matchmaker.scoring import Scoring


@dataclass(frozen=True)
class Balance:
    """How many mentees want a skill (of them as a must), how many mentors offer it, with how many places
    in all.
    """

    skill: str
    wanted: int
    offered: int
    musts: int = 0
    places: int = 0


def balance_of(scoring: Scoring) -> list[Balance]:
    """Return a line per skill that anybody wants or offers, the greatest shortage first; a person counts
    once a skill.
    """
    wanted: dict[str, set[str]] = {}
    musts: dict[str, set[str]] = {}
    offered: dict[str, dict[str, int]] = {}
    mentees, mentors = scoring.setting.mentees.people, scoring.setting.mentors.people
    for part in scoring.parts:
        if not isinstance(part, Skills):
            continue
        for person, wants in zip(mentees, part.wanted, strict=True):
            for (code, _), must in wants.items():
                wanted.setdefault(code, set()).add(person.id)
                musts.setdefault(code, set()).update([person.id] if must else [])
        for person, offers in zip(mentors, part.offered, strict=True):
            for code in offers:
                offered.setdefault(code, {})[person.id] = max(0, person.capacity)
    lines = [
        Balance(
            skill=code,
            wanted=len(wanted.get(code, ())),
            offered=len(offered.get(code, ())),
            musts=len(musts.get(code, ())),
            places=sum(offered.get(code, {}).values()),
        )
        for code in sorted(wanted.keys() | offered.keys())
    ]
    return sorted(lines, key=lambda line: (line.offered - line.wanted, -line.wanted, line.skill))
