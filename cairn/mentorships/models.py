"""The door: the nouns of this room that have tables."""

from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement, Consent
from cairn.mentorships.change import Change
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.half import Half
from cairn.mentorships.hearing import Hearing
from cairn.mentorships.hot_seat import HotSeat
from cairn.mentorships.member import Member
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.pledge import Pledge
from cairn.mentorships.seat import Seat
from cairn.mentorships.sponsor_act import SponsorAct

__all__ = [
    "Action",
    "Agreement",
    "Change",
    "Consent",
    "Ending",
    "Farewell",
    "Goal",
    "Half",
    "Hearing",
    "HotSeat",
    "Member",
    "Mentorship",
    "Pause",
    "Pledge",
    "Seat",
    "SponsorAct",
]
