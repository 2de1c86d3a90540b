"""What would help? Somebody who was told of a signal chooses, with one click."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils.translation import gettext as _

from cairn.care.choosing import choosable, choose
from cairn.care.notes import ANOTHER, CHOICES, GO_ON, NOTES, REST, TELL, WRAP_UP
from cairn.care.signal import Signal
from cairn.kernel.text import isolated
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Choice, Shown


class SignalAnswer(Act):
    """The row is the signal, while it stands."""

    row: Signal

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """Only for those it is told to."""
        mine = Signal.objects.visible_to(held.person).standing().select_related("mentorship")
        row = mine.filter(pk=held.subject).first()
        return cls(held, row) if row and row.mentorship.member(held.person) else None

    def show(self, asked: Mapping[str, str]) -> Shown:
        """What can be done by a button alone."""
        note, others = NOTES[self.row.code], self.row.mentorship.others(self.person)
        names = {"others": ", ".join(isolated(person.name) for person in others)}
        return Shown(
            heading=str(note.title) % names,
            lead=str(note.words) % names,
            button=_("Do it"),
            legend=_("What would help?"),
            choices=[
                Choice(each, str(CHOICES[each]), checked=each == asked.get("choice"))
                for each in choosable(self.row)
            ],
            page=f"/together/{self.row.mentorship_id}/",
        )

    def do(self, given: Any) -> str:
        """Do what was chosen."""
        wish = given.get("choice", "")
        choose(self.row, self.person, wish)
        return {
            REST: _("It rests for four weeks, and goes on by itself. You may end the rest sooner."),
            WRAP_UP: _("The time of goodbye has begun: look back, say what stays, thank each other."),
            GO_ON: _("Good to hear. We will not ask again for a while."),
            ANOTHER: _("It has ended, by nobody’s fault. If somebody else fits, you find them on Today."),
            TELL: _("Your coordinator knows that you would like help. What you answered stays with you."),
        }[wish]
