"""The room as Django sees it."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """Label and path."""

    name = "cairn.matching"
    label = "matching"
