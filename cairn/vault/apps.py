"""The room as Django knows it."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Its tables begin with vault_."""

    name = "cairn.vault"
    label = "vault"
