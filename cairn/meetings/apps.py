"""The room as Django sees it."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Label and path."""

    name = "cairn.meetings"
    label = "meetings"
