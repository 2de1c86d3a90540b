"""What somebody looks for among the mentors."""

from functools import cache
from urllib.parse import urlencode

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cairn.matching.directory import Wish

#: The languages people here speak most; the list is a filter, not a limit on profiles.
LANGUAGES = (
    ("", _("Any")),
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
    ("nl", _("Dutch")),
    ("en", _("English")),
    ("fr", _("French")),
    ("de", _("German")),
    ("hi", _("Hindi")),
    ("it", _("Italian")),
    ("ja", _("Japanese")),
    ("pl", _("Polish")),
    ("pt", _("Portuguese")),
    ("es", _("Spanish")),
    ("sw", _("Swahili")),
    ("sv", _("Swedish")),
    ("tr", _("Turkish")),
    ("uk", _("Ukrainian")),
)

SELECTED = SafeString(" selected")


class Search(forms.Form):
    """Words, a language, and whether there is room now. Anything unreadable counts as not said."""

    q = forms.CharField(max_length=100, required=False, label=_("Search"))
    language = forms.ChoiceField(choices=LANGUAGES, required=False, label=_("Language"))
    room = forms.BooleanField(required=False, label=_("Has room now"))

    def languages(self) -> SafeString:
        """The choices of the language field, written once for each language of the page."""
        said = self.data.get("language", "")
        return _options(get_language(), said if said in dict(LANGUAGES) else "")

    def wish(self) -> Wish:
        """The search as the directory understands it."""
        self.is_valid()
        said = self.cleaned_data
        return Wish(words=said.get("q", ""), language=said.get("language", ""), room=said.get("room", False))

    def keep(self) -> str:
        """The query string that keeps this search on the next page."""
        kept = {key: value for key in self.fields if (value := self.data.get(key))}
        return f"{urlencode(kept)}&" if kept else ""


@cache
def _options(_spoken: str | None, chosen: str) -> SafeString:
    rows = ((code, SELECTED if code == chosen else "", name) for code, name in LANGUAGES)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
