"""The room, as Django knows it."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Name and label."""

    name = "cairn.questions"
    label = "questions"
