"""The room as Django sees it."""

from django.apps import AppConfig


class MentorshipsConfig(AppConfig):
    """Label and path."""

    name = "cairn.mentorships"
    label = "mentorships"
