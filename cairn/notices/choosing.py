"""Choosing how one wants to be told; what waits already follows the new hours."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from cairn.kernel import clock
from cairn.notices.habit import Habit
from cairn.notices.kind import ACTION, muteable
from cairn.notices.mute import Mute
from cairn.notices.notice import WAITING, Notice
from cairn.people.person import Person


@transaction.atomic
def choose(person: Person, *, wanted: Collection[str], **chosen: Any) -> Habit:
    """Keep these habits, and mails of the `wanted` kinds only. Fields left out stay as they are."""
    Habit.kept_for(person)
    habit: Habit = Habit.objects.select_for_update().get(person=person)
    for name, value in chosen.items():
        setattr(habit, name, value)
    habit.look_ahead(person)
    habit.save()
    for kind in muteable():
        if kind.name in wanted:
            Mute.take_back(person, kind.name)
        else:
            Mute.say(person, kind.name)
    waiting = Notice.objects.filter(person=person, state=WAITING, cls=ACTION, mails=0)
    waiting.update(due_at=habit.rhythm(person).next_batch(clock.now()))
    return habit
