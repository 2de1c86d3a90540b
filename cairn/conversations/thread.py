"""A thread: the place where some people talk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.conversations.participant import Participant
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.vault import keys

if TYPE_CHECKING:
    from typing import Self

    from cairn.conversations.message import Message
    from cairn.conversations.parcel import Parcel
    from cairn.people.person import Person

PAIR, CIRCLE, POST, QUESTION = "pair", "circle", "post", "question"
KINDS = (PAIR, CIRCLE, POST, QUESTION)

#: How long words stay after the last one has left.
KEPT = timedelta(days=365)


class ThreadQuerySet(TenantQuerySet["Thread"]):
    """Threads, the one with the newest word first."""

    def visible_to(self, person: Person) -> Self:
        """Those one takes or took part in; nobody else, coordinators and administrators included."""
        mine = Participant.objects.filter(person=person).values("thread_id")
        return self.filter(organisation_id=person.organisation_id, pk__in=mine)

    def of_origin(self, origin: UUID) -> Self:
        """What was opened for one mentorship, post or question."""
        return self.filter(origin=origin)

    def erasable(self, now: datetime) -> Self:
        """Everybody left, the last of them twelve months ago."""
        staying = Participant.objects.filter(thread=models.OuterRef("pk")).filter(
            models.Q(left_at=None) | models.Q(left_at__gt=now - KEPT)
        )
        return self.filter(~models.Exists(staying))


class Thread(TenantRecord):
    """`latest` is the number of its newest message; `pulse` rises with every change to any of them, so
    whoever knows a pulse can ask for what changed since. `origin` is what it was opened for.
    """

    kind = models.CharField(max_length=10)
    origin = models.UUIDField()
    opened_at = models.DateTimeField(default=clock.now)
    latest = models.PositiveIntegerField(default=0)
    pulse = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = ThreadQuerySet.as_manager()

    class Meta:
        ordering = (models.F("last_at").desc(nulls_last=True), "-id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "kind", "origin"), name="thread_origin_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="thread_kind_known"),
        )

    @classmethod
    @transaction.atomic
    def open(cls, *, people: Sequence[Person], kind: str, origin: UUID) -> Thread:
        """Open one for these people; opening it again brings in whoever is missing."""
        thread: Thread
        thread, made = cls.objects.get_or_create(
            organisation_id=people[0].organisation_id, kind=kind, origin=origin
        )
        if made:
            thread.seat(people)
            record(
                "thread.opened",
                organisation=thread.organisation_id,
                actor=None,
                subject=thread,
                data={"kind": kind, "origin": origin},
            )
        else:
            for person in people:
                thread.join(person)
        return thread

    def vault_owner(self) -> UUID:
        """Its own key: dropping it erases every word."""
        return self.pk

    def seat(self, people: Sequence[Person]) -> None:
        """The first ones, all at once."""
        Participant.objects.bulk_create(
            Participant(
                organisation_id=self.organisation_id, thread=self, person=person, joined_at=self.opened_at
            )
            for person in people
        )

    def join(self, person: Person) -> Participant:
        """Let somebody in, who reads what is written from now on; whoever left comes back."""
        part: Participant
        defaults: dict[str, Any] = {"left_at": None}
        part, _made = Participant.objects.update_or_create(
            organisation_id=self.organisation_id,
            thread=self,
            person=person,
            defaults=defaults,
            create_defaults={"joined_at": clock.now(), "read_to": self.latest},
        )
        return part

    def leave(self, person: Person) -> None:
        """Nothing new reaches them; what they could read stays readable for them."""
        self.parts.filter(person=person, left_at=None).update(left_at=clock.now())

    def post(
        self,
        person: Person,
        body: str,
        *,
        client_id: UUID,
        files: Iterable[Parcel] = (),
        via: str = "web",
    ) -> Message:
        """Write; the same `client_id` again gives the message that is already there. Raises Refused."""
        from cairn.conversations.posting import post  # noqa: PLC0415 - a message points back at its thread

        return post(self, person, body, client_id=client_id, files=files, via=via)

    def read(self, person: Person, *, upto: int | None = None) -> bool:
        """Somebody has read up to a number, or everything; True where that is new."""
        number = self.latest if upto is None else min(upto, self.latest)
        behind = self.parts.filter(person=person, read_to__lt=number)
        return bool(behind.update(read_to=number, read_at=clock.now()))

    @transaction.atomic
    def erase(self) -> None:
        """Words, files and key, for good."""
        from cairn.conversations.erasing import erase  # noqa: PLC0415 - it deletes what points back here

        erase(self)
        keys.forget(self.pk)
