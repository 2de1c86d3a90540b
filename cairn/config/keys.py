"""Secrets of an installation that was given none: made once, kept beside the data, for its owner's eyes."""

import base64
import os
import secrets
from pathlib import Path


def kept_key(path: Path, *, size: int = 32) -> str:
    """The key of `size` bytes kept in `path`, in base64; made at the first call.

    Two processes may start at the same moment: the one that creates the file writes it under another name
    first, so that nobody ever reads half a key.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(base64.b64encode(secrets.token_bytes(size)).decode() + "\n", encoding="ascii")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
