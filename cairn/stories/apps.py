"""The room as Django sees it."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Label and path."""

    name = "cairn.stories"
    label = "stories"
