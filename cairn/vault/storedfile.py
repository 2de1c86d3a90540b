"""A file somebody gave us: encrypted on disk, its type known by its content, reachable by its row only."""

import os
import uuid
from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from typing import IO, ClassVar

from django.conf import settings
from django.db import models, transaction

from cairn.kernel import cipher, clock, ids
from cairn.kernel.text import single_line
from cairn.vault import keys
from cairn.vault.kinds import TYPES, kind_of
from cairn.vault.sealed import SealedTextField

MOST_BYTES = 20 * 1024 * 1024


class FileRefused(ValueError):
    """The file is not kept; `code` is "too-large", "empty" or "not-this-kind"."""

    def __init__(self, code: str) -> None:
        """Keep the code; the page has the sentence."""
        super().__init__(code)
        self.code = code


class FileGone(Exception):
    """The file was erased, or its owner's key was dropped."""


class StoredFile(models.Model):
    """Name and content stand under the owner's key; the path on disk is the row's id and says nothing."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    organisation_id = models.UUIDField()
    owner = models.UUIDField()
    name = SealedTextField()
    kind = models.CharField(max_length=16)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["StoredFile"]] = models.Manager()

    class Meta:
        indexes = (models.Index(fields=("owner",), name="stored_file_by_owner"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.size} bytes"

    @classmethod
    def keep(
        cls,
        content: bytes | IO[bytes],
        *,
        name: str,
        organisation_id: uuid.UUID,
        owner: uuid.UUID,
        kinds: Collection[str] = ("csv", "xlsx"),
        most: int = MOST_BYTES,
    ) -> "StoredFile":
        """Keep an upload (bytes or an open file). Raises FileRefused before anything is written."""
        plain = content if isinstance(content, bytes) else content.read(most + 1)
        kind = _check(plain, kinds=kinds, most=most)
        row = cls(
            organisation_id=organisation_id, owner=owner, name=single_line(name), kind=kind, size=len(plain)
        )
        with transaction.atomic():
            row.save(force_insert=True)
            key = keys.key_for_writing(organisation_id, owner)
            _write(row.path, cipher.seal(plain, key=key, at=row._place()))
        return row

    def vault_owner(self) -> uuid.UUID:
        """Whose key holds name and content."""
        return self.owner

    @property
    def content_type(self) -> str:
        """What it is served as, always as an attachment and with `nosniff`."""
        return TYPES[self.kind]

    @property
    def path(self) -> Path:
        """Where the sealed content lies."""
        name = self.id.hex
        return Path(settings.DATA_DIR) / "files" / name[-2:] / f"{name}.sealed"

    def read(self) -> bytes:
        """The content; raises FileGone, Tampered."""
        key = keys.key_for_reading(self.organisation_id, self.owner)
        if key is None or not self.path.exists():
            raise FileGone(self.pk)
        return cipher.unseal(self.path.read_bytes(), key=key, at=self._place())

    def open(self) -> BytesIO:
        """The content as a file."""
        return BytesIO(self.read())

    def erase(self) -> None:
        """Take the row away, and the content once that has committed."""
        path = self.path
        self.delete()
        transaction.on_commit(lambda: path.unlink(missing_ok=True))

    def _place(self) -> bytes:
        return cipher.place(self.organisation_id, "vault_storedfile", "content", self.pk)


def _check(plain: bytes, *, kinds: Collection[str], most: int) -> str:
    if not plain:
        raise FileRefused("empty")
    if len(plain) > most:
        raise FileRefused("too-large")
    kind = kind_of(plain)
    if kind is None or kind not in kinds:
        raise FileRefused("not-this-kind")
    return kind


def _write(path: Path, sealed: bytes) -> None:
    """Whole or not at all, and on the platter before the row commits."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(".draft")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123 - a mode from birth
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
