"""Book a meeting: choose one of the times that suit both, and it is booked."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils.translation import gettext as _

from cairn.kernel.text import isolated
from cairn.meetings.booking import book
from cairn.meetings.proposing import minutes_of, people_of
from cairn.meetings.refusal import Refused
from cairn.mentorships.mentorship import Mentorship
from cairn.notices.acts import moment_of
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Shown
from cairn.web.answers.acts.times import as_choices, proposed_to, times_for_pair


class MeetingBook(Act):
    """The row is the mentorship that meets."""

    row: Mentorship

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """While the mentorship lives."""
        mine = Mentorship.objects.visible_to(held.person).living().prefetch_related("members__person")
        row = mine.filter(pk=held.subject).first()
        return cls(held, row) if row and row.member(held.person) else None

    def show(self, asked: Mapping[str, str]) -> Shown:
        """Times, the one of the link first chosen."""
        times = times_for_pair(self.row)
        return Shown(
            heading=_("When do you meet %(name)s?") % {"name": _names(self)},
            lead=_("Nothing is booked yet. Choose a time and press the button: you both get it by mail.")
            if times
            else _("We found no time in the next three weeks that suits everybody."),
            button=_("Book this time") if times else "",
            legend=_("Times that suit everybody, on your clock"),
            choices=as_choices(times, self.zone(), chosen=moment_of(asked.get("at", ""))),
            page=f"/together/{self.row.pk}/times/",
        )

    def do(self, given: Any) -> str:
        """Take the time that was held for it, or a free one."""
        at = moment_of(given.get("choice", ""))
        if at is None:
            raise Refused("no_time", _("Please choose a time."))
        held = next((each for each in proposed_to(self.row) if each.starts_at == at), None)
        if held is not None:
            held.take_up(self.person)
        else:
            book(
                people=people_of(self.row),
                at=at,
                minutes=minutes_of(self.row),
                by=self.person,
                mentorship=self.row,
            )
        return _("Booked: %(when)s with %(name)s. Both of you have a mail with it.") % {
            "when": self.when(at),
            "name": _names(self),
        }


def _names(act: MeetingBook) -> str:
    return ", ".join(isolated(person.name) for person in act.row.others(act.person))
