"""What somebody is about to say: words, files, or a voice note."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from cairn.conversations.parcel import MOST_BYTES, MOST_PARCELS, MOST_TRANSCRIPT, Parcel, packed
from cairn.conversations.posting import MOST_LETTERS
from cairn.conversations.refusal import Refused

ACCEPTED = "image/*,audio/*,.pdf,.docx,.xlsx,.pptx,.csv,.txt,.md"


class Files(forms.ClearableFileInput):
    """Several at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of uploads; none is an empty list."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each as a single field would take it."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given if one]


class Saying(forms.Form):
    """`client_id` is made by the page, so that whatever is sent twice is stored once."""

    body = forms.CharField(
        required=False,
        strip=False,
        label=_("Your words"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"}),
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput)
    attached = FilesField(
        required=False, label=_("Files"), widget=Files(attrs={"accept": ACCEPTED, "multiple": True})
    )
    voice = forms.FileField(required=False)
    transcript = forms.CharField(required=False, max_length=MOST_TRANSCRIPT)

    def parcels(self) -> list[Parcel]:
        """What goes along, looked into; raises Refused."""
        files: list[UploadedFile[bytes]] = self.cleaned_data["attached"][: MOST_PARCELS + 1]
        made = [_packed(file) for file in files]
        if voice := self.cleaned_data["voice"]:
            made.append(_packed(voice, voice=True, transcript=self.cleaned_data["transcript"]))
        return made

    @property
    def once(self) -> UUID:
        """The id of this saying."""
        once: UUID = self.cleaned_data["client_id"]
        return once

    def mend(self, refused: Refused) -> None:
        """Say beside the words why they were not sent."""
        self.add_error("body", str(refused))


def _packed(file: UploadedFile[bytes], *, voice: bool = False, transcript: str = "") -> Parcel:
    """One byte more than may be is enough to see that it is too much."""
    return packed(file.read(MOST_BYTES + 1), name=file.name or "file", voice=voice, transcript=transcript)
