"""No more mails of a kind: from a letter's foot, or by the mail program itself."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.utils.translation import gettext as _

from cairn.notices.envelope import Envelope
from cairn.notices.kind import kind_named
from cairn.notices.label import label_of
from cairn.notices.mute import Mute
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Choice, Shown


class Unsubscribe(Act):
    """The row is the letter; what may be switched off are the kinds of message in it."""

    row: Envelope
    by_program: ClassVar[bool] = True

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """As long as the link lasts."""
        row = Envelope.objects.visible_to(held.person).filter(pk=held.subject).first()
        return cls(held, row) if row else None

    def kinds(self) -> list[str]:
        """Those in the letter that can be switched off."""
        found = self.row.notices.order_by("kind").values_list("kind", flat=True).distinct()
        return [name for name in found if kind_named(name).mute]

    def show(self, asked: Mapping[str, str]) -> Shown:
        """Which ones, all of them filled in."""
        del asked
        return Shown(
            heading=_("No more mails of this kind?"),
            lead=_("Nothing has changed yet. What we would have written still stands under Notices."),
            button=_("Stop these mails"),
            legend=_("No more mails about"),
            choices=[Choice(name, label_of(name), checked=True) for name in self.kinds()],
            many=True,
            page="/me/notices/",
        )

    def do(self, given: Any) -> str:
        """Switch them off; a mail program, which shows no choice, means all of them."""
        chosen = self.kinds() if "List-Unsubscribe" in given else given.getlist("choice")
        for name in self.kinds():
            if name in chosen:
                Mute.say(self.person, name)
        return _("Noted. You can switch kinds of mail on and off on your page.")
