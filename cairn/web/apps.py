"""The web, as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Its label."""

    name = "cairn.web"
    label = "web"
