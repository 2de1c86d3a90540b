"""A form to show fields with: empty, filled wrongly, and asleep."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """One field of each kind."""

    address = forms.EmailField(label=_("E-mail"), help_text=_("We write here when somebody answers."))
    wish = forms.CharField(
        label=_("What do you want to be different in three months?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("A few words are enough.")},
    )
    city = forms.CharField(label=_("City"), required=False)
    often = forms.ChoiceField(
        label=_("How often"), choices=[("2", _("every two weeks")), ("4", _("every month"))]
    )
    letters = forms.BooleanField(label=_("I am happy to write letters between meetings"), required=False)

    def __init__(self, *args: Any, asleep: bool = False, **kwargs: Any) -> None:
        """`asleep` switches every field off."""
        kwargs["auto_id"] = f"id_{'asleep' if asleep else 'wrong' if args else 'new'}_%s"
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.disabled = asleep
