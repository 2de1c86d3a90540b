"""A beat: when a tick last ran, so that of several processes one does it."""

from datetime import timedelta
from typing import ClassVar

from django.db import IntegrityError, models, transaction

from cairn.kernel import clock


class Beat(models.Model):
    """One row per tick. The errands and verbs a tick runs are safe to run twice; this keeps them from
    trying.
    """

    name = models.CharField(max_length=16, primary_key=True)
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Beat"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def take(cls, name: str, *, every: timedelta) -> bool:
        """True for the one process that may run this tick now."""
        now = clock.wall()
        if cls.objects.filter(pk=name, at__lte=now - every).update(at=now):
            return True
        if cls.objects.filter(pk=name).exists():
            return False
        try:
            with transaction.atomic():
                cls.objects.create(name=name, at=now)
        except IntegrityError:
            return False
        return True
