"""Is the journal kept, and are its errands run?"""

from datetime import timedelta

from django.db import DatabaseError, connection

from cairn.journal.beat import Beat
from cairn.journal.errand import Errand
from cairn.kernel import clock
from cairn.kernel.health import Health

LATE = timedelta(minutes=15)
SILENT = timedelta(minutes=5)


def database() -> Health:
    """A question to the database; vital."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Health("database", "away", vital=True)
    return Health("database", vital=True)


def errands() -> Health:
    """Errands that should have been run a quarter of an hour ago."""
    late = Errand.objects.overdue(clock.wall() - LATE).count()
    return Health("errands", "late" if late else "", late)


def dropped() -> Health:
    """Errands given up in the last week; they are told, and do not make the house unwell."""
    since = clock.wall() - timedelta(days=7)
    return Health("dropped", count=Errand.objects.filter(dropped_at__gte=since).count())


def ticks() -> Health:
    """Whether anything ticks: the embedded threads, a worker, or cron."""
    beat = Beat.objects.filter(pk="minute", at__gte=clock.wall() - SILENT).exists()
    return Health("ticks", "" if beat else "silent")


CHECKS = (database, errands, dropped, ticks)
