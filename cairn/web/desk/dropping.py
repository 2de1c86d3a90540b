"""The file somebody drops, and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.intake.upload import Upload
from cairn.vault.storedfile import FileRefused

if TYPE_CHECKING:
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

SIDES = (("mentor", _("Mentors")), ("mentee", _("Mentees")))
REFUSALS = {
    "empty": _("This file is empty. Nothing was kept; choose another."),
    "too-large": _("This file is larger than 20 MB. Nothing was kept; leave out columns nobody needs."),
    "not-this-kind": _(
        "This is neither CSV nor XLSX. Save it as one of them and try again; nothing was kept."
    ),
}


class Dropped(forms.Form):
    """A table of mentors or of mentees."""

    side = forms.ChoiceField(choices=SIDES, widget=forms.RadioSelect, label=_("Who is in this file?"))
    file = forms.FileField(
        label=_("File"), allow_empty_file=True, error_messages={"required": _("Choose a file.")}
    )

    def begin(self, programme: Programme, *, by: Person) -> Upload | None:
        """Keep the file and look at its columns; what cannot be used becomes an error of the form."""
        file = self.cleaned_data["file"]
        try:
            return Upload.begin(
                programme, side=self.cleaned_data["side"], by=by, content=file.read(), name=file.name
            )
        except FileRefused as refused:
            self.add_error("file", REFUSALS[refused.code])
        return None
