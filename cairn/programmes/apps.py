"""The room, as Django knows it."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Name and label."""

    name = "cairn.programmes"
    label = "programmes"

    def ready(self) -> None:
        """Read every format once: a file that cannot be meant stops the start and is named."""
        from cairn.programmes.format import formats  # noqa: PLC0415 - it reaches nouns, which load after apps

        formats()
