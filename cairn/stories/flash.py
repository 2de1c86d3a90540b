"""A flash: one question, one slot, and nothing more is owed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.journal.recording import record
from cairn.meetings import state
from cairn.meetings.moving import cancel
from cairn.mentorships.change import DID, Change
from cairn.mentorships.ending import Ending
from cairn.mentorships.steps import CLOSED, COMPLETED
from cairn.stories.refusal import Refused
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self

    from cairn.people.person import Person

MOST_LETTERS = 300


class FlashQuerySet(TenantQuerySet["Flash"]):
    """Flashes, the next one first."""

    def visible_to(self, person: Person) -> Self:
        """Those one asked or was asked in; coordinators count them, and read none."""
        return self.filter(
            Q(asker=person) | Q(expert=person), organisation_id=person.organisation_id
        ).with_people()

    def with_people(self) -> Self:
        """With everything a card of it shows, in one query."""
        return self.select_related("asker", "expert", "meeting", "mentorship", "programme")

    def ahead(self, now: datetime) -> Self:
        """Booked, and not over."""
        return self.filter(meeting__state__in=state.STANDING, meeting__ends_at__gt=now)

    def held(self) -> Self:
        """They met."""
        return self.filter(meeting__state__in=state.TOOK_PLACE)

    def impact_due(self, before: datetime) -> Self:
        """Held before a moment, and nobody was asked yet what came of it."""
        from cairn.stories.impact import Impact  # noqa: PLC0415 - an impact points back at its flash

        asked = Impact.objects.filter(flash=OuterRef("pk"))
        return self.held().filter(~Exists(asked), meeting__held_at__lte=before)

    def fading(self, before: datetime) -> Self:
        """Asked what came of it before a moment, and still open."""
        return self.filter(impact__asked_at__lte=before).exclude(mentorship__state=CLOSED)


class Flash(TenantRecord):
    """`topic` is a skill's code. The question and what was tried are sealed with the key of the two; the
    mentorship is a flash one, so that everything else about it works as in any other.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    mentorship = models.OneToOneField("mentorships.Mentorship", on_delete=models.PROTECT, related_name="+")
    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    expert = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=80)
    question = SealedTextField()
    tried = SealedTextField(blank=True)
    asked_at = models.DateTimeField()

    objects: ClassVar[Any] = FlashQuerySet.as_manager()

    class Meta:
        ordering = ("meeting__starts_at", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(asker=models.F("expert")), name="flash_is_of_two"),
        )

    def vault_owner(self) -> UUID:
        """The key of the two."""
        return self.mentorship_id

    def other(self, person: Person) -> Person:
        """The other one."""
        return self.asker if person.pk == self.expert_id else self.expert

    @property
    def is_booked(self) -> bool:
        """Whether it is still ahead, or its time is running."""
        return self.meeting.state in state.STANDING

    @property
    def was_held(self) -> bool:
        """Whether they met."""
        return self.meeting.state in state.TOOK_PLACE

    @transaction.atomic
    def call_off(self, person: Person) -> None:
        """Cancel, early or late: the slot goes back to the pool. Twice is once."""
        self._refuse_stranger(person)
        cancel(self.meeting, by=person)
        self.give_back()

    def give_back(self) -> None:
        """The expert's slot of the month and the asker's open place are free again."""
        self.month_places.all().delete()
        self.open_places.all().delete()

    @transaction.atomic
    def tell(self, person: Person, words: str) -> Change:
        """What the asker did with the answer; the expert reads it, and the flash is complete."""
        if person.pk != self.asker_id:
            raise Refused("not_yours", _("Only who asked can say what came of it."))
        if not self.was_held:
            raise Refused("too_soon", _("You have not met yet."))
        told = Change.tell(self.mentorship, by=person, words=words, kind=DID)
        self.complete()
        return told

    def told(self) -> Change | None:
        """What the asker did, once they said so."""
        found: Change | None = Change.objects.filter(mentorship=self.mentorship_id, kind=DID).last()
        return found

    def complete(self) -> None:
        """It has ended well; ended twice is ended once."""
        if self.mentorship.state != CLOSED:
            Ending.end(self.mentorship, how=COMPLETED)

    def _refuse_stranger(self, person: Person) -> None:
        if person.pk not in {self.asker_id, self.expert_id}:
            raise Refused("not_yours", _("This is between two other people."))

    def record(self, verb: str, by: Person | None, **data: object) -> None:
        """Tell the journal: ids and codes."""
        data = {"programme": self.programme_id, "mentorship": self.mentorship_id, **data}
        record(verb, organisation=self.organisation_id, actor=by, subject=self, data=data, privacy="P2")
