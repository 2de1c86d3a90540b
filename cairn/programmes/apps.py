"""The room, as Django knows it."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Name and label."""

    name = "cairn.programmes"
    label = "programmes"
