from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "cairn.programmes"
    label = "programmes"
