"""Did you do it? Done, taken along, or let go: three links, one page."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils.translation import gettext as _

from cairn.mentorships.action import Action
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Choice, Shown

DONE, CARRY, DROP = "done", "carry", "drop"


class ActionAct(Act):
    """The row is one's own action, still open; the link says which answer is filled in."""

    row: Action

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """While it is open."""
        mine = Action.objects.visible_to(held.person).open().filter(owner=held.person)
        row = mine.select_related("mentorship").filter(pk=held.subject).first()
        return cls(held, row) if row else None

    def show(self, asked: Mapping[str, str]) -> Shown:
        """What one wanted to do, and the three answers."""
        del asked
        meant = self.held.purpose.removeprefix("action.")
        words = {DONE: _("Done"), CARRY: _("Take it along to the next meeting"), DROP: _("Let it go")}
        facts = [(_("When"), str(self.row.when)), (_("Then"), str(self.row.then))]
        return Shown(
            heading=_("Did you do it?"),
            lead=_("Every answer is a good one. Nothing is noted before you press the button."),
            button=_("Send"),
            facts=[(name, said) for name, said in facts if said],
            legend=_("Your answer"),
            choices=[Choice(value, label, checked=value == meant) for value, label in words.items()],
            page=f"/together/{self.row.mentorship_id}/",
        )

    def do(self, given: Any) -> str:
        """Note the answer."""
        chosen = given.get("choice", "")
        if chosen == CARRY:
            self.row.carry(self.person)
            return _("Taken along. It stands on the agenda of your next meeting.")
        if chosen == DROP:
            self.row.drop(self.person)
            return _("Let go. Room for something that matters more.")
        self.row.tick(self.person)
        return _("Done. Well walked.")
