"""Killed at any statement of a bringing-in, everybody is out; taken up again, everybody is in, once."""

import os
import signal
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.db import connection

from cairn.intake import bringing
from cairn.intake.upload import Upload
from cairn.people.person import Person
from cairn.people.skill_claim import SkillClaim
from tests import cast as players
from tests.intake.files import FATOU, GUS, checked, table


def address() -> str:
    """The database of this test, for another process."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{at['NAME']}"
    who = f"{quote(at['USER'])}:{quote(at['PASSWORD'])}"
    return f"postgresql://{who}@{quote(at['HOST'], safe='')}:{at['PORT']}/{at['NAME']}"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_whenever_it_dies_nothing_is_half_done() -> None:
    players.cast()
    people, claims = Person.objects.count(), SkillClaim.objects.count()
    upload = checked(table(FATOU, GUS))
    assert bringing.begin(upload)
    surroundings = {**os.environ, "DATABASE_URL": address(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    for last in (1, 3, 6, 9):
        words = [sys.executable, "-m", "tests.intake.dying", str(upload.pk), str(last)]
        assert subprocess.run(words, env=surroundings, check=False).returncode == -signal.SIGKILL
        kept = Upload.objects.get(pk=upload.pk)
        assert (kept.state, Person.objects.count(), SkillClaim.objects.count()) == (
            "bringing",
            people,
            claims,
        )
    assert bringing.bring(Upload.objects.get(pk=upload.pk)).state == "done"
    assert (Person.objects.count(), SkillClaim.objects.count()) == (people + 2, claims + 4)
