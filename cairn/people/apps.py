"""The room, as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Name and label."""

    name = "cairn.people"
    label = "people"
