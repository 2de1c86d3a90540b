"""Filing a report: sealed before it is stored, with a receipt that is shown once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cairn.journal.recording import record
from cairn.people.person import Person
from cairn.people.role import SAFEGUARDING, Role
from cairn.safety import sealing
from cairn.safety.lead_key import LeadKey
from cairn.safety.refusal import Refused
from cairn.safety.report import Report
from cairn.safety.report_key import HOUSE, ReportKey
from cairn.vault import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_LETTERS = 10_000
#: So far up a line of managers is looked.
HIGHEST = 20


@transaction.atomic
def file_report(
    person: Person, words: str, *, about: Person | None = None, quoted: str = "", named: bool = True
) -> str:
    """File it and give the receipt. `quoted` is a message that goes along; unless `named`, nothing in it or
    beside it says who filed it. Raises Refused.
    """
    said = words.replace("\x00", "").strip()
    if not said:
        raise Refused("empty", _("Say in a few words what happened. A sentence is enough."))
    if len(said) > MOST_LETTERS:
        raise Refused("too_long", _("That is longer than 10,000 letters. File the rest as a second report."))
    private, public = sealing.new_pair()
    receipt = sealing.new_receipt()
    report = Report(organisation_id=person.organisation_id, public=public)
    report.receipt_name = sealing.name_of_receipt(receipt)
    told = {"words": said, "quoted": quoted, "about": str(about.pk) if about else ""}
    told["by"] = str(person.pk) if named else ""
    report.sealed = sealing.seal_to(public, json.dumps(told).encode(), at=report.place())
    report.save(force_insert=True)
    _hand_out(report, private, receipt=receipt, leads=list(leads_for(person.organisation_id, about=about)))
    record("report.filed", organisation=report.organisation_id, actor=None, subject=report, privacy="P5")
    return receipt


def leads_for(organisation_id: UUID, *, about: Person | None) -> Iterable[LeadKey]:
    """The leads who may open it: not the one it is about, nor anybody above them."""
    shut_out = _line_of(about)
    holding = Role.objects.filter(organisation=organisation_id, role=SAFEGUARDING).values("person_id")
    for lead in LeadKey.objects.filter(organisation=organisation_id, person__in=holding):
        if lead.person_id not in shut_out:
            yield lead


@transaction.atomic
def become_able_to_read(person: Person, *, passphrase: str) -> LeadKey:
    """A lead chooses a passphrase; what waits in the house for one becomes theirs, and leaves the house."""
    lead = LeadKey.make(person, passphrase=passphrase)
    waiting = ReportKey.objects.filter(organisation=person.organisation_id, holder=HOUSE)
    for key in waiting.select_related("report").select_for_update():
        private = bytes.fromhex(key.kept)
        if lead.person_id not in _line_of(_about(key.report.opened(private))):
            _copy(key.report).wrap_for(lead, private)
            key.delete()
            keys.forget(key.report_id)
    return lead


def _about(told: dict[str, Any]) -> Person | None:
    found: Person | None = Person.objects.filter(pk=told["about"]).first() if told["about"] else None
    return found


def _hand_out(report: Report, private: bytes, *, receipt: str, leads: list[LeadKey]) -> None:
    _copy(report).wrap_for_receipt(receipt, private)
    for lead in leads:
        _copy(report).wrap_for(lead, private)
    if not leads:
        _copy(report).keep(private)


def _copy(report: Report) -> ReportKey:
    return ReportKey(organisation_id=report.organisation_id, report=report)


def _line_of(person: Person | None) -> set[UUID]:
    """Somebody and everybody above them."""
    line: set[UUID] = set()
    while person is not None and person.pk not in line and len(line) < HIGHEST:
        line.add(person.pk)
        person = person.manager
    return line
