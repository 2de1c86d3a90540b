"""The room as Django knows it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Its tables begin with journal_."""

    name = "cairn.journal"
    label = "journal"
