"""A message: what one person wrote, once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.conversations.participant import Participant
from cairn.conversations.pulse import beat, locked
from cairn.conversations.refusal import Refused
from cairn.journal.recording import record
from cairn.kernel import clock
from cairn.people.block import Block
from cairn.vault.sealed import SealedTextField

if TYPE_CHECKING:
    from typing import Self
    from uuid import UUID

    from cairn.people.person import Person

WEB, MAIL = "web", "mail"
WAYS = (WEB, MAIL)

#: How long one may mend one's words, and how long take them back.
MENDABLE = timedelta(minutes=15)
RETURNABLE = timedelta(hours=24)


class MessageQuerySet(TenantQuerySet["Message"]):
    """Messages, in the order they were written."""

    def visible_to(self, person: Person) -> Self:
        """What was written while one took part, but for words across a block, which nobody gets."""
        mine = Participant.objects.filter(
            Q(left_at=None) | Q(left_at__gte=OuterRef("sent_at")),
            thread=OuterRef("thread"),
            person=person,
            joined_at__lte=OuterRef("sent_at"),
        )
        between = Q(person=person, blocked=OuterRef("author")) | Q(person=OuterRef("author"), blocked=person)
        blocked = Block.objects.filter(between, at__lte=OuterRef("sent_at"))
        return self.filter(Exists(mine), ~Exists(blocked), organisation_id=person.organisation_id)

    def whole(self) -> Self:
        """With author and attachments at hand."""
        return self.select_related("author").prefetch_related("attachments__file")


class Message(TenantRecord):
    """`number` counts within the thread without gaps; `changed` is the thread's pulse when it last changed.
    Taken back, it keeps its place and loses its words and files.
    """

    thread = models.ForeignKey("conversations.Thread", on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    body = SealedTextField(blank=True)
    client_id = models.UUIDField()
    number = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    via = models.CharField(max_length=8, default=WEB)
    sent_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True, default=None)
    taken_back_at = models.DateTimeField(null=True, blank=True, default=None)

    objects: ClassVar[Any] = MessageQuerySet.as_manager()

    class Meta:
        ordering = ("thread", "number")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "author", "client_id"), name="message_sent_once"),
            models.UniqueConstraint(fields=("organisation", "thread", "number"), name="message_number_once"),
            models.CheckConstraint(condition=Q(via__in=WAYS), name="message_way_known"),
        )
        indexes = (
            models.Index(fields=("thread", "changed"), name="message_by_change"),
            models.Index(fields=("author", "sent_at"), name="message_by_author"),
        )

    def vault_owner(self) -> UUID:
        """The thread's key."""
        return self.thread_id

    def mendable_by(self, person: Person) -> bool:
        """Its author may, for a quarter of an hour."""
        return self._fresh(person, MENDABLE)

    def returnable_by(self, person: Person) -> bool:
        """Its author may take it back, for a day."""
        return self._fresh(person, RETURNABLE)

    def _fresh(self, person: Person, limit: timedelta) -> bool:
        mine = self.author_id == person.pk and self.taken_back_at is None
        return mine and clock.now() < self.sent_at + limit

    @transaction.atomic
    def edit(self, person: Person, body: str) -> None:
        """Say it in other words; it shows that it was changed. Raises Refused."""
        from cairn.conversations.posting import written  # noqa: PLC0415 - posting makes messages

        thread = locked(self.thread_id)
        if not self.mendable_by(person):
            raise Refused("too_late", _("Words can be changed for 15 minutes. Write a new message instead."))
        self.body = written(body, empty=self.attachments.exists())
        self.edited_at, self.changed = clock.now(), beat(thread)
        self.save(update_fields=["body", "edited_at", "changed"])
        self._record("message.edited", person)

    @transaction.atomic
    def take_back(self, person: Person) -> None:
        """The words and files are gone; that something stood here stays. Raises Refused."""
        thread = locked(self.thread_id)
        if self.author_id == person.pk and self.taken_back_at is not None:
            return
        if not self.returnable_by(person):
            raise Refused("too_late", _("A message can be taken back for a day. This one stays."))
        for attachment in self.attachments.select_related("file"):
            attachment.erase()
        self.body, self.taken_back_at, self.changed = "", clock.now(), beat(thread)
        self.save(update_fields=["body", "taken_back_at", "changed"])
        self._record("message.taken_back", person)

    def record_posted(self, person: Person) -> None:
        """Tell the journal that, never what."""
        self._record("message.posted", person)

    def _record(self, verb: str, person: Person) -> None:
        data = {"thread": self.thread_id, "origin": self.thread.origin, "kind": self.thread.kind}
        data |= {"number": self.number, "via": self.via}
        record(verb, organisation=self.organisation_id, actor=person, subject=self, data=data)
