"""A process that sends a publication and is killed in the middle; `test_killing.py` starts it."""

import os
import signal
import sys
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
django.setup()

from cairn.matching.proposal import Proposal  # noqa: E402 - models load after Django's set-up
from cairn.matching.publication import Publication  # noqa: E402
from cairn.packs.crowd import gather_crowd  # noqa: E402


def prepare() -> None:
    """A programme whose publication waits to be sent."""
    from cairn.accounts.organisation import Organisation
    from cairn.matching.running import make_run
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme

    home = Organisation.objects.create(name="Lakeside", slug="lakeside")
    chen = Person.objects.create(organisation=home, name="Chen Wei")
    programme = Programme.objects.create(organisation=home, name="Steps", slug="steps")
    gather_crowd(programme, mentees=20, mentors=20)
    Publication.prepare(make_run(programme, by=chen), by=chen)


def die() -> None:
    """Send, and be killed when half of the entries are written."""
    real, told = Proposal.record_made, []

    def record(self: Proposal, **more: Any) -> None:
        told.append(self)
        if len(told) == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        real(self, **more)

    Proposal.record_made = record  # type: ignore[method-assign]  # it dies half-way
    Publication.objects.get().send()


def send() -> None:
    """Send as the tick would, and say what there is."""
    made = Publication.objects.get().send()
    print(made, Proposal.objects.count())  # noqa: T201 - the test reads it


if __name__ == "__main__":
    {"prepare": prepare, "die": die, "send": send}[sys.argv[1]]()
