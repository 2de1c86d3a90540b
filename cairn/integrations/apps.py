"""The room as Django sees it."""

from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    """Label and path."""

    name = "cairn.integrations"
    label = "integrations"
