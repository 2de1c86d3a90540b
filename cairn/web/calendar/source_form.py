"""The address of a calendar somebody wants us to look into."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cairn.integrations.busy_ics.source import LONGEST, BusySource, NotAdded
from cairn.people.person import Person


class SourceForm(forms.Form):
    """One field; what cannot be added says why beside it."""

    url = forms.CharField(
        label=_("Address of the calendar"),
        help_text=_("It begins with https:// or webcal:// and mostly ends in .ics."),
        max_length=LONGEST,
        widget=forms.URLInput(attrs={"autocomplete": "off", "inputmode": "url", "spellcheck": "false"}),
        error_messages={"required": _("Paste the address of your calendar.")},
    )

    def __init__(self, data: Any = None, *, person: Person) -> None:
        super().__init__(data)
        self.person = person

    def clean_url(self) -> str:
        """Add it; nobody else can tell as well whether that is possible."""
        try:
            BusySource.add(self.person, self.cleaned_data["url"])
        except NotAdded as refusal:
            raise ValidationError(str(refusal)) from refusal
        return str(self.cleaned_data["url"])
