"""The file somebody drops, and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.intake.receiving import Refused, receive

if TYPE_CHECKING:
    from cairn.intake.upload import Upload
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

SIDES = (("mentor", _("Mentors")), ("mentee", _("Mentees")))


class Dropped(forms.Form):
    """A table of mentors or of mentees."""

    side = forms.ChoiceField(choices=SIDES, widget=forms.RadioSelect, label=_("Who is in this file?"))
    file = forms.FileField(
        label=_("File"), allow_empty_file=True, error_messages={"required": _("Choose a file.")}
    )

    def begin(self, programme: Programme, *, by: Person) -> Upload | None:
        """Keep the file and look at its columns; what cannot be used becomes an error of the form."""
        side, file = self.cleaned_data["side"], self.cleaned_data["file"]
        try:
            return receive(programme=programme, side=side, by=by, name=file.name, content=file.read())
        except Refused as refused:
            self.add_error("file", refused.sentence)
        return None
