"""What `benchmarks.signals` runs once Django stands: a night, and the pages of a coordinator."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from http import HTTPStatus

from django.test import Client

from benchmarks.village import settle
from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.care.signal import Signal
from cairn.care.watching import tell, watch
from cairn.kernel import clock
from cairn.people.person import Person
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import Programme

LONGEST, LARGEST = 120, 100_000
PAGE, TURNS = 300, 6


def main(kind: str, size: str) -> None:
    """Run one of them."""
    {"night": night, "watch": watch_over, "pages": pages}[kind](size)


def night(size: str) -> None:
    """Settle here, watch in a process of its own, so that its peak is its own."""
    home = settle(int(size))
    command = [sys.executable, "-m", "benchmarks.stage", "night", "watch", home.slug]
    subprocess.run(command, check=True)


def watch_over(slug: str) -> None:
    """Two nights of one organisation; the last line is the peak in megabytes."""
    home = Organisation.objects.get(slug=slug)
    for name, days in (("first night, everything is new", 0), ("a night", 1)):
        with clock.moved(by=timedelta(days=days)):
            print(_watched(home, name, bar=bool(days)), flush=True)
            print(_told(home), flush=True)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


def _watched(home: Organisation, name: str, *, bar: bool) -> str:
    before, began, worked = clock.now(), time.perf_counter(), time.process_time()
    seen = watch(home)
    spent, worked = time.perf_counter() - began, time.process_time() - worked
    new = Signal.objects.of(home).filter(raised_at__gte=before).count()
    line = f"{seen:,} mentorships, {name}: {spent:.1f} s ({worked:.1f} s of work), {new:,} signals raised"
    met = "met" if spent / seen < LONGEST / LARGEST else "MISSED"
    return f"{line} - bar {LONGEST} s for {LARGEST:,}: {met}" if bar else line


def _told(home: Organisation) -> str:
    """One minute of telling; the rest is written off, so that the second night is ordinary."""
    began = time.perf_counter()
    told = tell(home)
    spent = time.perf_counter() - began
    Signal.objects.of(home).untold().update(pair_told_at=clock.now())
    each = f"{1000 * spent / told:.0f} ms each" if told else "nobody"
    return f"  telling people, by the minute tick: {told:,} in {spent:.1f} s, {each}"


def pages(size: str) -> None:
    """The journeys, the queue and the list of decisions of one programme, as its coordinator opens them."""
    home = settle(int(size), programmes=1, together=True)
    programme: Programme = Programme.objects.of(home).earliest("made_at")
    account = Account.objects.create_user(email=f"chen@{home.slug}.example")
    chen = Person.objects.create(organisation=home, account=account, name="Chen Wei")
    for each in Programme.objects.of(home):
        Coordination.objects.create(organisation=home, programme=each, person=chen)
    for days in (-9, 0):
        with clock.moved(by=timedelta(days=days)):
            watch(home)
            Signal.objects.of(home).untold().update(pair_told_at=clock.now())
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(account)
    for path in ("journeys/", "journeys/?sort=health", "rescue/", ""):
        print(_opened(browser, f"/p/{programme.slug}/{path}", int(size)))
    print()


def _opened(browser: Client, path: str, size: int) -> str:
    times, status = [], 0
    for _turn in range(TURNS):
        began = time.perf_counter()
        status = browser.get(path).status_code
        times.append((time.perf_counter() - began) * 1000)
    middle = statistics.median(times[1:])
    met = "met" if middle < PAGE and status == HTTPStatus.OK else f"MISSED ({status})"
    return f"{path} of {size:,} mentorships: {middle:.0f} ms - bar {PAGE} ms: {met}"
