"""The door: the nouns of this room that have tables."""

from cairn.stories.flash import Flash
from cairn.stories.giving import Giving
from cairn.stories.impact import Impact
from cairn.stories.month_place import MonthPlace
from cairn.stories.open_place import OpenPlace
from cairn.stories.unmet_topic import UnmetTopic
from cairn.stories.wish import Wish

__all__ = ["Flash", "Giving", "Impact", "MonthPlace", "OpenPlace", "UnmetTopic", "Wish"]
