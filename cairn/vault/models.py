"""The door of the room."""

from cairn.vault.key import Key, OrganisationKey
from cairn.vault.storedfile import StoredFile

__all__ = ["Key", "OrganisationKey", "StoredFile"]
