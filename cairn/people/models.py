"""The door of the room."""

from cairn.people.block import Block
from cairn.people.free_hour import FreeHour
from cairn.people.own_skill import OwnSkill
from cairn.people.passes import Pass
from cairn.people.person import Person
from cairn.people.role import Role
from cairn.people.skill_claim import SkillClaim
from cairn.people.tie import Tie

__all__ = ["Block", "FreeHour", "OwnSkill", "Pass", "Person", "Role", "SkillClaim", "Tie"]
