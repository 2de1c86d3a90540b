"""The room as Django knows it."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Its tables begin with notices_."""

    name = "cairn.notices"
    label = "notices"
