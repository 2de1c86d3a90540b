"""The room, as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Name and label."""

    name = "cairn.api"
    label = "api"
