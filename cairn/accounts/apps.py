"""The room as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Its tables begin with accounts_."""

    name = "cairn.accounts"
    label = "accounts"
