"""What a coordinator asks of a run by hand, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.matching.change import FORBID, LOCK, MATCH, RELEASE, SWAP

if TYPE_CHECKING:
    from cairn.matching.pairing import Pairing
    from cairn.programmes.enrolment import Enrolment

Pair = tuple[str, str]


@dataclass(frozen=True)
class Act:
    """One wish about one run; pairs are (mentee, mentor) person ids, the engine's names for people."""

    kind: str
    hold: tuple[Pair, ...] = ()
    forbid: tuple[Pair, ...] = ()
    free: tuple[Pair, ...] = ()

    @classmethod
    def lock(cls, pairing: Pairing) -> Act:
        """These two stay together."""
        return cls(LOCK, hold=(pair_of(pairing),))

    @classmethod
    def release(cls, pairing: Pairing) -> Act:
        """They need not stay together any longer."""
        return cls(RELEASE, free=(pair_of(pairing),))

    @classmethod
    def forbid_pair(cls, pairing: Pairing) -> Act:
        """These two are never put together."""
        return cls(FORBID, forbid=(pair_of(pairing),))

    @classmethod
    def swap(cls, one: Pairing, other: Pairing) -> Act:
        """Two mentees exchange their mentors."""
        (mentee, mentor), (other_mentee, other_mentor) = pair_of(one), pair_of(other)
        return cls(SWAP, hold=((mentee, other_mentor), (other_mentee, mentor)))

    @classmethod
    def match(cls, mentee: Enrolment, mentor: Enrolment) -> Act:
        """Put these two together, whatever the engine thinks."""
        return cls(MATCH, hold=((str(mentee.person_id), str(mentor.person_id)),))

    @property
    def by_hand(self) -> bool:
        """Pairs put together, not only kept."""
        return self.kind in {SWAP, MATCH}

    @property
    def asked(self) -> list[list[str]]:
        """The pairs it names, for the record."""
        return [list(pair) for pair in (*self.hold, *self.forbid, *self.free)]


def pair_of(pairing: Pairing) -> Pair:
    """(mentee, mentor) person ids; the pairing comes with its enrolments."""
    return str(pairing.mentee.person_id), str(pairing.mentor.person_id)
