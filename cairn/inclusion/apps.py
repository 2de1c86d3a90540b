from django.apps import AppConfig


class InclusionConfig(AppConfig):
    name = "cairn.inclusion"
    label = "inclusion"
