"""The door of the room."""

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation

__all__ = ["Account", "Organisation"]
