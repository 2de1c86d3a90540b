"""The door: the nouns of this room that have tables."""

from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.seat import Seat

__all__ = ["Member", "Mentorship", "Seat"]
