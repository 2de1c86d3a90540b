"""The room as Django sees it."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Label and path."""

    name = "cairn.conversations"
    label = "conversations"
