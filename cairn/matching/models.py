"""The door: the nouns of this room that have tables."""

from cairn.matching.change import Change
from cairn.matching.exclusion import Exclusion
from cairn.matching.lock import Lock
from cairn.matching.making import Making
from cairn.matching.pairing import Pairing
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.response import Response
from cairn.matching.run import Run
from cairn.matching.snapshot import Snapshot
from cairn.matching.withdrawal import Withdrawal

__all__ = [
    "Change",
    "Exclusion",
    "Lock",
    "Making",
    "Pairing",
    "Proposal",
    "Publication",
    "Response",
    "Run",
    "Snapshot",
    "Withdrawal",
]
