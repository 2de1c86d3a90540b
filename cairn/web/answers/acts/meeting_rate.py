"""How was it? Five answers, one click, no signing in."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils.translation import gettext as _

from cairn.care.asking import Asking
from cairn.kernel import clock
from cairn.kernel.strict import said
from cairn.meetings.meeting import Meeting
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Choice, Shown


class MeetingRate(Act):
    """The row is what this person is asked about one meeting, while it can be answered."""

    row: Asking

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """One's own."""
        mine = Asking.objects.visible_to(held.person).waiting(clock.now()).select_related("meeting")
        row = mine.filter(pk=held.subject, meeting__isnull=False).first()
        return cls(held, row) if row else None

    def show(self, asked: Mapping[str, str]) -> Shown:
        """The one question, with the answer of the link filled in."""
        item = self.row.nature.numbers()[0]
        meeting: Meeting | None = self.row.meeting
        return Shown(
            heading=item.words,
            lead=_("It was on %(when)s. Only you see your answer.")
            % {"when": self.when(meeting.starts_at) if meeting else ""},
            button=_("Send"),
            legend=said(self.row.nature.name),
            choices=[
                Choice(str(number), label, checked=asked.get("choice") == str(number))
                for number, label in reversed(item.steps())
            ],
            page=f"/checks/{self.row.pk}/",
        )

    def do(self, given: Any) -> str:
        """Keep the answer; the meeting is reviewed with it."""
        item = self.row.nature.numbers()[0]
        self.row.answer(self.person, {item.id: given.get("choice", "")})
        return _("Thank you. Only you see what you answered.")
