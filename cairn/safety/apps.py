"""The room as Django sees it."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """Label and path."""

    name = "cairn.safety"
    label = "safety"
