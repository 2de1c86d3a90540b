"""The door: the nouns of this room that have tables."""

from cairn.stories.adoption import Adoption
from cairn.stories.asked import Asked
from cairn.stories.flash import Flash
from cairn.stories.follow import Follow
from cairn.stories.giving import Giving
from cairn.stories.impact import Impact
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.looking import Looking
from cairn.stories.month_place import MonthPlace
from cairn.stories.open_place import OpenPlace
from cairn.stories.path_step import PathStep
from cairn.stories.reply import Reply
from cairn.stories.role_model import RoleModel
from cairn.stories.served import Served
from cairn.stories.story import Story
from cairn.stories.take_down import TakeDown
from cairn.stories.unmet_topic import UnmetTopic
from cairn.stories.upvote import Upvote
from cairn.stories.wish import Wish

__all__ = [
    "Adoption",
    "Asked",
    "Flash",
    "Follow",
    "Giving",
    "Impact",
    "LiveAnswer",
    "Looking",
    "MonthPlace",
    "OpenPlace",
    "PathStep",
    "Reply",
    "RoleModel",
    "Served",
    "Story",
    "TakeDown",
    "UnmetTopic",
    "Upvote",
    "Wish",
]
