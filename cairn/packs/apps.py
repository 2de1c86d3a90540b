"""The room as Django sees it."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Label and path."""

    name = "cairn.packs"
    label = "packs"
