"""What codes are called: skills, options, languages and rules, in the reader's language; moments in the
reader's zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from cairn.kernel import clock
from cairn.matching.cells import DAYS, QUESTION
from cairn.people.own_skill import own_labels
from cairn.people.taxonomy.taxonomy import skills
from cairn.people.week import hour_said
from cairn.questions.question import Option, Question

if TYPE_CHECKING:
    from cairn.programmes.programme import Programme

SPAN = re.compile(r"(?P<day>\w{3}) (?P<hour>\d\d):(?P<minute>\d\d)-(?P<to_hour>\d\d):(?P<to_minute>\d\d)")


@dataclass(frozen=True)
class Words:
    """Names of codes for one programme and one reader. `zone` is the reader's, an IANA name."""

    labels: Mapping[str, str] = field(default_factory=dict)
    zone: str = "UTC"

    def of(self, code: Any) -> str:
        """The name of a code; a text that is no code is its own name."""
        text = str(code).removeprefix("gate:must:").partition("--")[0]
        known = skills().get(text)
        plain = self.labels.get(text) or self.labels.get(text.removeprefix("gate:"))
        return plain or (known.label if known else language_name(text) or text)

    def moment(self, span: str) -> str:
        """`Mon 09:00-12:00` of a UTC week as a weekday and hours in the reader's zone, this week."""
        found = SPAN.fullmatch(str(span))
        if found is None:
            return str(span)
        start = _this_week(found["day"], int(found["hour"]), int(found["minute"]))
        length = timedelta(hours=int(found["to_hour"]), minutes=int(found["to_minute"])) - timedelta(
            hours=int(found["hour"]), minutes=int(found["minute"])
        )
        here = start.astimezone(ZoneInfo(self.zone or "UTC"))
        return _("%(day)s %(start)s–%(end)s") % {
            "day": formats.date_format(here, "l"),
            "start": _hour(here),
            "end": _hour((start + length).astimezone(here.tzinfo)),
        }

    def read_by(self, zone: str) -> Words:
        """The same names for a reader in another zone."""
        return Words(self.labels, zone)


def _hour(moment: datetime) -> str:
    return hour_said(moment.hour * 60 + moment.minute)


def _this_week(day: str, hour: int, minute: int) -> datetime:
    now = clock.now()
    monday = (now - timedelta(days=now.weekday())).date()
    return datetime(monday.year, monday.month, monday.day, hour, minute, tzinfo=UTC) + timedelta(
        days=DAYS.index(day)
    )


def language_name(code: str) -> str:
    """The name of an ISO 639 code in the reader's language; empty for what is none."""
    try:
        return str(get_language_info(code)["name_translated"] or "")
    except KeyError:
        return ""


def words_of(programme: Programme, *, zone: str = "") -> Words:
    """All names a card or a Lab of this programme may need: three queries."""
    return Words(labels=programme_labels([programme]), zone=zone or programme.organisation.zone)


def programme_labels(programmes: Iterable[Programme]) -> dict[str, str]:
    """Questions (`q:code`), options (`code/option`), own skills and plain rules, by code; of several
    programmes at once.
    """
    programmes = list(programmes)
    sets = {each.question_set_id for each in programmes if each.question_set_id}
    labels: dict[str, str] = {}
    for organisation in {each.organisation_id for each in programmes}:
        labels.update(own_labels(organisation))
    for code, label in Question.objects.filter(question_set__in=sets).values_list("code", "label"):
        labels[QUESTION + code] = label
    options = Option.objects.filter(question__question_set__in=sets)
    for question, code, label in options.values_list("question__code", "code", "label"):
        labels[f"{question}/{code}"] = label
    return {**labels, **rule_labels()}


def rule_labels() -> dict[str, str]:
    """Plain rules, conditions (`gate:…`) and columns (`column:…`), as the Lab calls them."""
    return {
        "skills": _("Goals and skills"),
        "swap": _("What each can teach the other"),
        "hours": _("Free hours in common"),
        "goal": _("What they write about their goals"),
        "languages": _("Languages in common"),
        "waiting": _("Time already waited"),
        "gate:all": _("All conditions together"),
        "gate:capacity": _("Room at the mentor"),
        "gate:languages": _("A language in common"),
        "gate:monthly_hours": _("A mentor’s hours a month reach"),
        "gate:hours": _("Free hours together, or both like to write"),
        "gate:reporting_line": _("Not in one reporting line"),
        "gate:excluded": _("Not excluded, and not paired before"),
        "gate:training": _("Training done"),
        "gate:oneself": _("Not the same person"),
        "column:hours": _("free hours"),
        "column:languages": _("languages"),
        "column:skills": _("skills"),
        "column:goal": _("goal"),
        "column:training": _("training"),
    }
