"""How somebody wants to be told: at which hours, on which days, where first."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock
from cairn.notices.addressing import zone_of
from cairn.notices.rhythm import HOUR, Rhythm
from cairn.notices.weekend import weekend_in

if TYPE_CHECKING:
    from cairn.people.person import Person

EMAIL, HERE = "email", "here"
CHANNELS = (EMAIL, HERE)
MOST_BATCHES = 3


def _batches() -> list[int]:
    return [9 * HOUR + 30, 16 * HOUR]


def _days() -> list[int]:
    return [1, 3]


class HabitQuerySet(TenantQuerySet["Habit"]):
    """Habits, which only their owner sees."""

    def visible_to(self, person: "Person") -> Self:
        """One's own."""
        return self.filter(organisation_id=person.organisation_id, person=person)

    def due(self, now: datetime) -> Self:
        """Whose weekly digest should leave now."""
        return self.filter(digest_due_at__lte=now)


class Habit(TenantRecord):
    """One row a person; everybody has the same until they choose. Hours are minutes of the day.

    `first` is where a notice goes first: by mail, or only here under Notices; what is transactional follows
    by mail after a day that nobody looked. `inspiring_days` are the days on which something that asks for
    nothing may come. `digest_due_at` is the next weekly digest, None where none is wanted.
    """

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    first = models.CharField(max_length=8, default=EMAIL)
    batches = models.JSONField(default=_batches)
    quiet_from = models.PositiveSmallIntegerField(default=19 * HOUR)
    quiet_to = models.PositiveSmallIntegerField(default=8 * HOUR)
    quiet_weekend = models.BooleanField(default=True)
    inspiring_days = models.JSONField(default=_days)
    digest_day = models.PositiveSmallIntegerField(null=True, blank=True, default=0)
    digest_minute = models.PositiveSmallIntegerField(default=9 * HOUR + 30)
    digest_due_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = HabitQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(first__in=CHANNELS), name="habit_first_is_known"),
        )
        indexes = (models.Index(fields=("digest_due_at",), name="habit_by_digest"),)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def of(cls, person: "Person") -> "Habit":
        """What this person chose, or what everybody begins with."""
        held: Habit | None = cls.objects.filter(person=person).first()
        return held or cls(organisation_id=person.organisation_id, person=person)

    @classmethod
    def kept_for(cls, person: "Person") -> "Habit":
        """The same as a row; made on first need, with its first digest ahead."""
        held: Habit
        held, new = cls.objects.get_or_create(organisation_id=person.organisation_id, person=person)
        if new:
            held.look_ahead(person)
            held.save(update_fields=("digest_due_at",))
        return held

    def rhythm(self, person: "Person") -> Rhythm:
        """The choice as moments can be asked of it."""
        zone = zone_of(person)
        return Rhythm(
            zone=zone,
            batches=tuple(int(minute) for minute in self.batches),
            quiet_from=self.quiet_from,
            quiet_to=self.quiet_to,
            quiet_days=weekend_in(zone.key) if self.quiet_weekend else frozenset(),
        )

    def look_ahead(self, person: "Person") -> None:
        """Set the next digest after now."""
        if self.digest_day is None:
            self.digest_due_at = None
        else:
            day = frozenset({self.digest_day})
            self.digest_due_at = self.rhythm(person).next_on(day, self.digest_minute, clock.now())

    def next_inspiring(self, person: "Person", after: datetime) -> datetime:
        """When something that asks for nothing may come next: on a chosen day, at the first chosen hour."""
        rhythm = self.rhythm(person)
        return rhythm.next_on(frozenset(self.inspiring_days), rhythm.hours()[0], after)
