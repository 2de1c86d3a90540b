"""Weekly digests: who wants one now gets one, if there is anything in it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.notices.habit import Habit
from cairn.notices.outbox import put


def put_digests(organisation: Organisation) -> int:
    """Put the digests of one organisation that are due, on its clock; how many."""
    now = clock.now()
    due = Habit.objects.of(organisation).due(now).values_list("pk", flat=True)
    return sum(_put_one(habit_id, now) for habit_id in list(due))


@transaction.atomic
def _put_one(habit_id: UUID, now: datetime) -> bool:
    """Under a lock, so that two ticks make one."""
    habit: Habit | None = (
        Habit.objects.due(now)
        .select_for_update(of=("self",))
        .select_related("person__organisation")
        .filter(pk=habit_id)
        .first()
    )
    if habit is None:
        return False
    due_at = habit.digest_due_at
    habit.look_ahead(habit.person)
    habit.save(update_fields=("digest_due_at",))
    put(habit.person, "digest", topic=habit.person_id, mark=f"{due_at:%Y-%m-%d}", due_at=now)
    return True
