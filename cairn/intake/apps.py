"""The room, as Django knows it."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Name and label."""

    name = "cairn.intake"
    label = "intake"
