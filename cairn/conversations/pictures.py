"""Pictures made anew: the same picture without where, when and with what it was taken."""

from __future__ import annotations

import io

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from cairn.conversations.refusal import Refused

#: Longer sides are scaled down to this many pixels.
LONGEST_SIDE = 2560
#: A picture that unpacks to more is refused unopened: a few kilobytes can claim billions of pixels.
MOST_PIXELS = 60_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError)


def made_anew(content: bytes) -> bytes:
    """A JPEG, or a PNG where something shines through, upright and bare; raises Refused("broken")."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("broken", _("That picture is too large to open. Send a smaller copy of it."))
            return _encoded(ImageOps.exif_transpose(picture))
    except _BROKEN:
        raise Refused("broken", _("That picture does not open. Save it again and send the copy.")) from None


def _encoded(picture: Image.Image) -> bytes:
    clear = picture.has_transparency_data
    bare = picture.convert("RGBA" if clear else "RGB")
    bare.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # A new picture with the pixels only: what a library forgets to leave out cannot come along.
    fresh = Image.new(bare.mode, bare.size)
    fresh.paste(bare)
    made = io.BytesIO()
    if clear:
        fresh.save(made, "PNG", optimize=True)
    else:
        fresh.save(made, "JPEG", quality=85, optimize=True, progressive=True)
    return made.getvalue()
