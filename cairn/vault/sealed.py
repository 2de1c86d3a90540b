"""Sealed fields: plain to the code that may see the row, bytes to the database and everyone who steals it.

A sealed value is bound to organisation, table, column and row. It therefore cannot be filtered by, updated by
a query or copied between rows; all three are refused rather than done wrongly.
"""

import json
from typing import Any, Protocol

from django.core.exceptions import FieldError
from django.db import models

from cairn.kernel import cipher
from cairn.vault import keys


class Sealed(bytes):
    """What the database gave back; opened when the field is first read."""

    __slots__ = ()


class Owned(Protocol):
    """What a model with sealed fields offers: its row id, its organisation, and whose key holds its words."""

    pk: Any
    organisation_id: Any

    def vault_owner(self) -> Any:
        """The opaque id whose key is used."""


class _Opening:
    """The attribute of a sealed field: opens the value on first reading and keeps it plain."""

    def __init__(self, field: "SealedField") -> None:
        self.field = field

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        value = row.__dict__[name]
        if isinstance(value, Sealed):
            value = row.__dict__[name] = self.field.open(value, row)
        return self.field.nothing if value is None else value

    def __set__(self, row: Any, value: Any) -> None:
        row.__dict__[self.field.attname] = value


class SealedField(models.BinaryField[Any, Any]):
    """The common part; use SealedTextField or SealedJSONField."""

    descriptor_class = _Opening

    #: What the attribute reads where nothing was written, or the key was forgotten.
    nothing: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["null"] = True
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """As written, without the null that is always there."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["null"]
        return name, path, args, kwargs

    def _check_str_default_value(self) -> list[Any]:
        """A text is a fine default here; Django asks for bytes, since the column holds them."""
        return []

    def to_bytes(self, value: Any) -> bytes:
        """The plain value as bytes."""
        raise NotImplementedError

    def from_bytes(self, plain: bytes) -> Any:
        """The plain value again."""
        raise NotImplementedError

    def open(self, sealed: Sealed, row: Owned) -> Any:
        """The plain value, None once its key was forgotten; raises Tampered."""
        key = keys.key_for_reading(row.organisation_id, row.vault_owner())
        return None if key is None else self.from_bytes(cipher.unseal(sealed, key=key, at=self._place(row)))

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # noqa: ARG002, FBT001 - Django's signature
        """Seal for this row; what was never opened goes back as it came."""
        value = model_instance.__dict__.get(self.attname)
        if value == self.nothing or value is None or isinstance(value, Sealed):
            return value if isinstance(value, Sealed) else None
        key = keys.key_for_writing(model_instance.organisation_id, model_instance.vault_owner())
        return Sealed(cipher.seal(self.to_bytes(value), key=key, at=self._place(model_instance)))

    def _place(self, row: Owned) -> bytes:
        return cipher.place(row.organisation_id, self.model._meta.db_table, self.column, row.pk)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        """Let sealed values through and nothing else."""
        if value is not None and value == self.nothing:
            value = None
        if value is not None and not isinstance(value, Sealed):
            message = f"{self.name} is sealed for one row: set it on the row and save that"
            raise FieldError(message)
        return super().get_db_prep_value(value, connection, prepared)

    def from_db_value(self, value: Any, *_args: Any) -> Sealed | None:
        """Keep it closed until somebody reads the attribute."""
        return None if value is None else Sealed(value)

    def value_to_string(self, obj: Any) -> str:  # noqa: ARG002 - Django's signature
        """Refuse serialisation: a dump would lay the words open."""
        message = f"{self.name} is sealed and is not written to dumps"
        raise FieldError(message)

    def get_lookup(self, lookup_name: str) -> Any:
        """Only presence can be asked for."""
        if lookup_name != "isnull":
            message = f"{self.name} is sealed; nothing can be looked up in it"
            raise FieldError(message)
        return super().get_lookup(lookup_name)


class SealedTextField(SealedField):
    """Private words; an empty text where there are none."""

    nothing = ""

    def to_bytes(self, value: str) -> bytes:
        """UTF-8."""
        return value.encode()

    def from_bytes(self, plain: bytes) -> str:
        """UTF-8."""
        return plain.decode()


class SealedJSONField(SealedField):
    """A private document. Changes inside it are saved with the row like any other."""

    def to_bytes(self, value: Any) -> bytes:
        """Compact JSON."""
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()

    def from_bytes(self, plain: bytes) -> Any:
        """The document again."""
        return json.loads(plain)
