"""The room, as Django knows it."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Name and label."""

    name = "cairn.care"
    label = "care"
