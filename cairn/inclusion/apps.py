"""The room, as Django knows it."""

from django.apps import AppConfig


class InclusionConfig(AppConfig):
    """Name and label."""

    name = "cairn.inclusion"
    label = "inclusion"
