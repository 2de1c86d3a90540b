"""A meeting that stands: what its people may do with it by a link."""

from typing import Any, Self

from cairn.kernel import clock
from cairn.kernel.text import isolated
from cairn.meetings.meeting import Meeting
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act


class MeetingAct(Act):
    """The row is the meeting, still ahead."""

    row: Meeting

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """While it stands."""
        row = cls.rows(held).filter(pk=held.subject).first()
        return cls(held, row) if row else None

    @classmethod
    def rows(cls, held: Pass) -> Any:
        """Which meetings it may be about."""
        return Meeting.objects.of_person(held.person).ahead(clock.now()).with_people()

    def names(self) -> str:
        """Everybody else."""
        return ", ".join(isolated(person.name) for person in self.row.others(self.person))

    def page(self) -> str:
        """Where the whole of it stands."""
        return f"/meetings/{self.row.pk}/"
