"""Replay: rolling rounds over real arrivals. What would have happened, had this engine been there.

From the first arrival on, a round is played every so often with everybody who waits at that moment, until
all have arrived. Whoever is matched leaves the queue (a mentor when all places are taken). People may
stand in several rows, each a request or an offer of its own; a pair of ids is never made twice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from matchmaker.cohort import Cohort, Person
from matchmaker.criteria.skills import Skills
from matchmaker.prepared import Prepared, prepare
from matchmaker.refusal import Refusal
from matchmaker.round import Choices, Round
from matchmaker.rules import Rules

DAY = 86400.0


@dataclass(frozen=True)
class Made:
    """One match: who, when, days both had waited, how many wanted skills are offered in range."""

    mentee: str
    mentor: str
    at: datetime
    fit: float
    days_mentee: float
    days_mentor: float
    shared_skills: int


@dataclass
class Replay:
    """All rounds of a replay; `left` counts why those still waiting at the end were left over."""

    made: list[Made] = field(default_factory=list)
    rounds: list[dict[str, Any]] = field(default_factory=list)
    last: Round | None = None
    seconds: float = 0.0

    def as_report(self) -> dict[str, Any]:
        """Return report.json of a replay: the figures first, then each round, then who still waits and
        why.
        """
        waiting = self.last.unmatched if self.last else ()
        return {
            "matches": len(self.made),
            "mean_shared_skills": _mean([one.shared_skills for one in self.made]),
            "mean_wait_days_mentee": _mean([one.days_mentee for one in self.made]),
            "mean_wait_days_mentor": _mean([one.days_mentor for one in self.made]),
            "mean_fit": _mean([one.fit for one in self.made]),
            "minimum_fit": min((one.fit for one in self.made), default=0.0),
            "still_waiting": len(waiting),
            "still_waiting_because": dict(sorted(Counter(one.reason.code for one in waiting).items())),
            "rounds": self.rounds,
            "gates": self.last.as_report()["gates"] if self.last else [],
            "seconds": {"replay": self.seconds},
        }


def replay(cohort: Cohort, rules: Rules, *, every: timedelta, seed: int = 0) -> Replay:
    """Play a round every so often over the arrivals of a cohort. Raises Refusal when a row has no arrival."""
    if every <= timedelta(0):
        raise Refusal("--every has to be longer than nothing, like 10d.")
    began = perf_counter()
    found = Replay()
    mentors, mentees = _by_arrival(cohort.mentors, "mentor"), _by_arrival(cohort.mentees, "mentee")
    done: set[tuple[str, str]] = set()
    for at in _moments([*mentors, *mentees], every):
        here = replace(cohort, mentors=_here(mentors, at), mentees=_here(mentees, at))
        prepared = prepare(here, rules, as_of=at)
        choices = Choices(aim=rules.wishes.aim, forbidden=tuple(sorted(done)), seed=seed)
        found.last = prepared.play_choices(choices)
        made = _made(prepared, choices, at)
        found.made += [one for one, _, _ in made]
        done |= {(one.mentee, one.mentor) for one, _, _ in made}
        found.rounds.append(_told(found.last, here, at))
        mentees = _left(mentees, [mentee for _, mentee, _ in made])
        mentors = _served(mentors, [mentor for *_, mentor in made])
    found.seconds = perf_counter() - began
    return found


def _by_arrival(people: Sequence[Person], side: str) -> list[Person]:
    for person in people:
        if person.arrived is None:
            raise Refusal(
                f'The {side} "{person.id}" has no arrival time, which a replay needs; map [columns] arrived.'
            )
    return list(people)


def _moments(people: list[Person], every: timedelta) -> Iterator[datetime]:
    arrivals = [person.arrived for person in people if person.arrived is not None]
    if arrivals:
        at = min(arrivals)
        while at < max(arrivals):
            at += every
            yield at


def _here(people: list[Person], at: datetime) -> list[Person]:
    return [person for person in people if person.arrived is not None and person.arrived <= at]


def _made(prepared: Prepared, choices: Choices, at: datetime) -> list[tuple[Made, Person, Person]]:
    solved, setting = prepared.solved(choices), prepared.scoring.setting
    skills = [part for part in prepared.scoring.parts if isinstance(part, Skills)]
    found = []
    for i, mentee in enumerate(setting.mentees.people):
        j = int(solved.mentor_of[i])
        if j >= 0:
            mentor = setting.mentors.people[j]
            shared = sum(part.shared(i, j) for part in skills)
            waits = _days(mentee, at), _days(mentor, at)
            found.append(
                (Made(mentee.id, mentor.id, at, float(solved.fit[i]), *waits, shared), mentee, mentor)
            )
    return found


def _days(person: Person, at: datetime) -> float:
    return (at - person.arrived).total_seconds() / DAY if person.arrived else 0.0


def _left(people: list[Person], matched: list[Person]) -> list[Person]:
    gone = {id(person) for person in matched}
    return [person for person in people if id(person) not in gone]


def _served(people: list[Person], matched: list[Person]) -> list[Person]:
    """Return mentors with the places they have left; whoever has none leaves."""
    taken = Counter(id(person) for person in matched)
    left = [replace(one, capacity=one.capacity - taken[id(one)]) if taken[id(one)] else one for one in people]
    return [person for person in left if person.capacity > 0]


def _told(round_: Round, here: Cohort, at: datetime) -> dict[str, Any]:
    return {
        "at": at.isoformat(),
        "mentees_waiting": len(here.mentees),
        "mentors_waiting": len(here.mentors),
        "matched": len(round_.pairs),
        "mean_fit": round_.mean,
        "gap": round_.gap,
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
