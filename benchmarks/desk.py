"""The coordinator's day on PostgreSQL: from two files to a reviewed round, and a slider of the Lab.

    python -m benchmarks.stage desk arriving 5000
    python -m benchmarks.stage desk slider 500

Each is run by `benchmarks.web` as a process of its own, so that its peak memory is its own too. Both go
through what the pages call: the intake's verbs, the Lab's view, the page of the review.
"""

from __future__ import annotations

import csv
import io
import resource
import statistics
import time
from http import HTTPStatus
from itertools import pairwise

from django.test import Client

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.intake import bringing, checking
from cairn.intake.receiving import receive
from cairn.intake.upload import DONE
from cairn.matching.making import Making
from cairn.matching.rulebook import rules_of
from cairn.people.person import Person
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import OPEN, Programme

LONGEST, LARGEST = 20, 1.0  # seconds, gigabytes
HEADINGS = ("Name", "E-mail", "Time zone", "Free hours", "Languages", "Skills")
ZONES = ("Europe/Berlin", "Africa/Lagos", "Asia/Singapore", "America/Bogota")
SKILLS = ("Excel", "Python", "Public speaking", "Negotiation", "SQL", "Project management", "Marketing")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


def main(kind: str, size: str) -> None:
    """Run one of the two and print its line."""
    print({"arriving": arriving, "slider": slider}[kind](int(size)))


def arriving(size: int) -> str:
    """Both files through receiving, checking and bringing; a run; the first page of its review."""
    chen, programme, browser = _desk(f"arriving-{size}")
    marks = [("", time.perf_counter())]
    for side in ("mentor", "mentee"):
        _bring(programme, side, size, by=chen)
        marks.append((f"{side}s in", time.perf_counter()))
    run = Making.ask(programme, by=chen, book=rules_of(programme), at_once=size * 2).run
    marks.append(("round", time.perf_counter()))
    _answer(browser, f"/p/{programme.slug}/runs/{run.number if run else 0}/")
    marks.append(("review page", time.perf_counter()))
    parts = ", ".join(f"{name} {end - begun:.1f} s" for (_, begun), (name, end) in pairwise(marks))
    total = marks[-1][1] - marks[0][1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    mark = "met" if total < LONGEST and peak < LARGEST else "MISSED"
    figures = f"{total:.1f} s, peak {peak:.2f} GB ({parts})"
    return f"{size:,} + {size:,} from file to reviewed round: {figures} - bar {LONGEST} s, 1 GB: {mark}"


def slider(size: int) -> str:
    """Each answer of the Lab's own view to a moved slider, as the browser asks for it."""
    chen, programme, browser = _desk(f"slider-{size}")
    for side in ("mentor", "mentee"):
        _bring(programme, side, size, by=chen)
    place = f"/p/{programme.slug}/lab/"
    token = _answer(browser, place).partition('name="token" value="')[2].partition('"')[0]
    times = []
    for weight in range(1, 9):
        began = time.perf_counter()
        _answer(browser, f"{place}?tried=1&w-skills={weight}&token={token}", swap=True)
        times.append(time.perf_counter() - began)
    middle, worst = statistics.median(times), max(times)
    mark = "met" if worst < 1 else "MISSED"
    return f"Lab, {size} + {size}, a slider moved: {middle:.2f} s, worst {worst:.2f} s - bar 1 s: {mark}"


def _answer(browser: Client, place: str, *, swap: bool = False) -> str:
    answer = browser.get(place, headers={"HX-Request": "true"} if swap else {})
    if answer.status_code != HTTPStatus.OK:
        msg = f"{place} answered {answer.status_code}."
        raise RuntimeError(msg)
    return str(answer.content.decode())


def _bring(programme: Programme, side: str, size: int, *, by: Person) -> None:
    content = _file(side, size)
    upload = receive(programme=programme, side=side, by=by, name=f"{side}s.csv", content=content)
    checking.begin(upload)
    upload.refresh_from_db()
    checked = checking.check(upload)
    bringing.begin(checked)
    done = bringing.bring(checked)
    if done.state != DONE:
        msg = f"The file was not brought in: {done.state}, {done.summary}."
        raise RuntimeError(msg)


def _file(side: str, size: int) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADINGS)
    for n in range(size):
        hour = 8 + n % 9
        hours = f"{DAYS[n % 5]} {hour:02}:00-{hour + 3:02}:00; {DAYS[(n * 3 + 1) % 5]} 09:00-12:00"
        skills = "; ".join(SKILLS[(n * step + step) % len(SKILLS)] for step in (1, 2))
        name = f"{side.title()} Number {n:05}"
        rows.writerow((name, f"{side}{n}@bench.example", ZONES[n % 4], hours, "English", skills))
    return text.getvalue().encode()


def _desk(slug: str) -> tuple[Person, Programme, Client]:
    organisation = Organisation.objects.create(name="Bench", slug=slug)
    programme = Programme.objects.create(organisation=organisation, name="Bench", slug=slug, state=OPEN)
    account = Account.objects.create_user(email=f"chen@{slug}.example")
    chen = Person.objects.create(organisation=organisation, account=account, name="Chen Wei")
    Coordination.objects.create(organisation=organisation, programme=programme, person=chen)
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(account)
    return chen, programme, browser
