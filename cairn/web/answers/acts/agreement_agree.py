"""Agree to how you work together."""

from collections.abc import Mapping
from typing import Any, Self

from django.utils import formats
from django.utils.translation import gettext as _

from cairn.kernel.text import isolated
from cairn.mentorships.agreement import Agreement
from cairn.people.passes import Pass
from cairn.web.answers.acts.act import Act, Shown


class AgreementAgree(Act):
    """The row is the newest version, which this person has not said yes to."""

    row: Agreement

    @classmethod
    def find(cls, held: Pass) -> Self | None:
        """While the yes is still open and nothing newer took its place."""
        rows = Agreement.objects.visible_to(held.person).filter(pk=held.subject, agreed_at=None)
        row = rows.exclude(consents__person=held.person).select_related("mentorship", "by").first()
        if row is None or row != Agreement.objects.filter(mentorship=row.mentorship_id).first():
            return None
        return cls(held, row)

    def show(self, asked: Mapping[str, str]) -> Shown:
        """All of it: nobody agrees to what they have not read."""
        del asked
        by = isolated(self.row.by.name) if self.row.by else ""
        return Shown(
            heading=_("This is how you would work together"),
            lead=_("%(name)s suggests it. It holds once everybody agrees; either may end it at any time.")
            % {"name": by}
            if by
            else _("It holds once everybody agrees; either may end it at any time."),
            button=_("I agree"),
            facts=self._facts(),
            page=f"/together/{self.row.mentorship_id}/",
        )

    def do(self, given: Any) -> str:
        """Say yes."""
        del given
        self.row.consent(self.person)
        self.row.refresh_from_db(fields=["agreed_at"])
        if self.row.agreed_at:
            return _("You all agreed. It holds from now on.")
        return _("We noted your yes. It holds once the others agree too.")

    def _facts(self) -> list[tuple[str, str]]:
        row, yes, no = self.row, _("yes"), _("no")
        written = _("in writing")
        channels = {"video": _("by video"), "phone": _("by phone"), "in_person": _("in person")}
        rhythm = _("every %(n)s days, %(minutes)s minutes") % {"n": row.rhythm_days, "minutes": row.minutes}
        words = {"purpose": _("Purpose"), "preparation": _("Preparation"), "needs": _("What you need")}
        said = row.terms or {}
        facts = [
            (_("Rhythm"), f"{rhythm}, {channels.get(row.channel, written)}"),
            (_("Answers within"), _("%(n)s working days") % {"n": row.response_days}),
            (_("Notes are shared"), yes if row.notes_shared else no),
            (_("A recording may be asked for, each time again"), yes if row.recording else no),
            (_("Last day"), str(formats.date_format(row.ends_on, "DATE_FORMAT")) if row.ends_on else ""),
            *((label, str(said.get(key, ""))) for key, label in words.items()),
        ]
        return [(name, told) for name, told in facts if told]
