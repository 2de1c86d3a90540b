"""An upload: a file on its way into a programme, with the columns, mends and report that belong to it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.intake.column import IGNORE, SINGLE, Column, NotAChoice, is_choice
from cairn.intake.fault import Fault
from cairn.intake.mends import Mends
from cairn.kernel import clock
from cairn.programmes.enrolment import SIDES
from cairn.programmes.programme import Programme
from cairn.vault import keys
from cairn.vault.sealed import SealedJSONField

if TYPE_CHECKING:
    from cairn.people.person import Person

READ, CHECKING, CHECKED, BRINGING, DONE, FAILED = "read", "checking", "checked", "bringing", "done", "failed"
STATES = (READ, CHECKING, CHECKED, BRINGING, DONE, FAILED)

#: A job that has not been heard of for so long was killed, and is taken up again.
SILENT = timedelta(minutes=3)
#: A file that was never brought in is deleted after so long.
KEPT = timedelta(days=7)


class UploadQuerySet(TenantQuerySet["Upload"]):
    """Uploads, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Those of the programmes this person coordinates."""
        return self.filter(programme__in=Programme.objects.visible_to(person).values("pk"))

    def silent(self, now: datetime) -> Self:
        """At work, says the row, but not heard of for a while."""
        return self.filter(state__in=(CHECKING, BRINGING), touched_at__lt=now - SILENT)

    def over(self, now: datetime) -> Self:
        """Never brought in, and too old to keep."""
        return self.filter(file__isnull=False, made_at__lt=now - KEPT).exclude(state=BRINGING)


class Upload(TenantRecord):
    """One file for one side of a programme.

    read → checking → checked → bringing → done; failed says why in `failure`. `done_rows` of `rows` shows
    how far a job is. `summary` holds counts alone; everything with people in it is sealed under the
    upload's own key.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=[(side, side) for side in SIDES])
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True)
    file = models.ForeignKey(
        "vault.StoredFile", on_delete=models.PROTECT, related_name="+", null=True, default=None
    )
    columns = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=[(state, state) for state in STATES], default=READ)
    failure = models.CharField(max_length=30, blank=True, default="")
    rows = models.PositiveIntegerField(default=0)
    done_rows = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=clock.now, editable=False)
    touched_at = models.DateTimeField(default=clock.wall)
    finished_at = models.DateTimeField(null=True, default=None)
    summary = models.JSONField(default=dict)
    mended = SealedJSONField()
    findings = SealedJSONField()
    roll = SealedJSONField()

    objects: ClassVar[Any] = UploadQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(side__in=SIDES), name="upload_side_is_known"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="upload_state_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.side} {self.state}"

    def vault_owner(self) -> UUID:
        """The upload's own key, dropped when it is over."""
        owner: UUID = self.pk
        return owner

    @property
    def name(self) -> str:
        """What the file was called; empty once it is gone."""
        return self.file.name or "" if self.file else ""

    @property
    def at_work(self) -> bool:
        """Whether a job is busy with it."""
        return self.state in {CHECKING, BRINGING}

    @property
    def mends(self) -> Mends:
        """What was mended on the page so far; change and hand to `keep_mends`."""
        return Mends.from_json(self.mended)

    def keep_mends(self, mends: Mends) -> None:
        """Keep the mends; the report is then out of date until the next check."""
        self.mended = mends.as_json()
        self.save(update_fields=("mended",))

    def the_columns(self) -> list[Column]:
        """The columns in the order of the file."""
        return [Column(**kept) for kept in self.columns]

    def map_columns(self, choices: dict[int, str]) -> None:
        """Give columns (by index) other meanings; raises NotAChoice, and then changes nothing.

        A group column is forgotten by the report at once: what was found so far goes with it.
        """
        columns = [
            Column(column.index, column.heading, choices[column.index], "chosen", column.comma)
            if choices.get(column.index, column.choice) != column.choice
            else column
            for column in self.the_columns()
        ]
        taken: set[str] = set()
        for column in columns:
            if not is_choice(column.choice):
                raise NotAChoice("unknown", column.heading)
            once = (
                column.choice in SINGLE
                or column.meaning == "group"
                or column.choice.startswith("question:known")
            )
            if once and column.choice in taken:
                raise NotAChoice("twice", column.heading)
            taken.add(column.choice)
        self.columns = [column.as_json() for column in columns]
        self.state, self.findings, self.roll, self.summary = READ, None, None, {}
        self.save(update_fields=("columns", "state", "findings", "roll", "summary"))

    def faults(self, *, notes: bool = False) -> list[Fault]:
        """What the last check found: faults, or the notes that keep nothing back."""
        return [fault for kept in self.findings or () if (fault := Fault.from_list(kept)).is_note == notes]

    def secret_columns(self) -> set[int]:
        """Indexes of columns that no page, report or file may show."""
        return {column.index for column in self.the_columns() if column.is_secret}

    def shown_columns(self) -> list[Column]:
        """Columns a page may show the cells of."""
        return [column for column in self.the_columns() if not column.is_secret and column.choice != IGNORE]

    def touch(self, done_rows: int) -> None:
        """Say how far the job is."""
        self.done_rows, self.touched_at = done_rows, clock.wall()
        Upload.objects.filter(pk=self.pk).update(done_rows=done_rows, touched_at=self.touched_at)

    def drop_file(self) -> None:
        """Delete the file and everything sealed with it. The counts stay."""
        if self.file:
            file, self.file = self.file, None
            self.save(update_fields=("file",))
            file.erase()
        keys.forget(self.vault_owner())
