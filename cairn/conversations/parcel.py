"""A parcel: something to go with a message, looked into before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.conversations.attachment import FILE, IMAGE, VOICE, Attachment
from cairn.conversations.pictures import made_anew
from cairn.conversations.refusal import Refused
from cairn.vault.kinds import PICTURES, SOUNDS, TYPES, kind_of
from cairn.vault.models import StoredFile

if TYPE_CHECKING:
    from cairn.conversations.message import Message

MOST_PARCELS = 5
MOST_BYTES = 10 * 1024 * 1024
MOST_TRANSCRIPT = 5_000


@dataclass(frozen=True, slots=True)
class Parcel:
    """Content that may be kept; make one with `packed`."""

    name: str
    content: bytes
    kind: str
    transcript: str = ""

    def attach(self, message: Message) -> Attachment:
        """Keep it with a message, under the thread's key."""
        file = StoredFile.keep(
            self.content,
            name=self.name,
            organisation_id=message.organisation_id,
            owner=message.vault_owner(),
            kinds=TYPES,
            most=MOST_BYTES,
        )
        made: Attachment = Attachment.objects.create(
            organisation_id=message.organisation_id,
            message=message,
            file=file,
            kind=self.kind,
            transcript=self.transcript,
        )
        return made


def packed(content: bytes, *, name: str, voice: bool = False, transcript: str = "") -> Parcel:
    """Look into what somebody wants to send: its type is what it holds, a picture is made anew.

    Raises Refused: "empty", "too_large", "not_this_kind", "broken".
    """
    if not content:
        raise Refused("empty", _("%(name)s is empty. Nothing was sent.") % {"name": name})
    if len(content) > MOST_BYTES:
        raise Refused("too_large", _("%(name)s is larger than 10 MB. Nothing was sent.") % {"name": name})
    kind = kind_of(content)
    if kind is None or (voice and kind not in SOUNDS):
        sentence = _("%(name)s is nothing that can be sent here: pictures, sound, PDF, office files, text.")
        raise Refused("not_this_kind", sentence % {"name": name})
    if voice:
        return Parcel(f"voice.{kind}", content, VOICE, transcript.strip()[:MOST_TRANSCRIPT])
    if kind in PICTURES:
        fresh = made_anew(content)
        return Parcel(_renamed(name, str(kind_of(fresh))), fresh, IMAGE)
    return Parcel(name, content, FILE)


def _renamed(name: str, kind: str) -> str:
    """The name with the ending of what the picture is now."""
    return f"{PurePath(name).stem or 'picture'}.{'jpg' if kind == 'jpeg' else kind}"
