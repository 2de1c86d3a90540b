"""A pair, opened: both people, the card in a coordinator's words, both weeks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cairn.kernel.text import first_name_of
from cairn.matching.lock import Lock
from cairn.matching.wording import said
from cairn.matching.words import words_of
from cairn.people.free_hour import hours_for
from cairn.people.week import told_in
from cairn.programmes.enrolment import MENTEE
from cairn.web.shell.signs import with_signs

if TYPE_CHECKING:
    from cairn.matching.pairing import Pairing
    from cairn.people.person import Person


def opened(pairing: Pairing, *, reader: Person) -> dict[str, Any]:
    """What the page of a pair holds; weeks in the reader's zone."""
    run = pairing.run
    zone = reader.zone or reader.organisation.zone
    mentee, mentor = pairing.mentee.person, pairing.mentor.person
    names = {MENTEE: first_name_of(mentee.name), "mentor": first_name_of(mentor.name)}
    hours = hours_for([mentee, mentor])
    weeks = [told_in(zone, hours.get(each.pk, ()), lived_in=each.zone or zone) for each in (mentee, mentor)]
    words = words_of(run.programme, zone=zone)
    card = said(pairing.card(), to="coordinator", words=words, **names)
    return {
        "programme": run.programme,
        "run": run,
        "pairing": pairing,
        "people": [pairing.mentee, pairing.mentor],
        "mentor_first": names["mentor"],
        "mentee_first": names[MENTEE],
        "card": card,
        "reasons": with_signs(pairing.card(), card),
        "mentee_week": weeks[0],
        "mentor_week": weeks[1],
        "zone": zone,
        "is_locked": Lock.objects.filter(mentee=pairing.mentee_id, mentor=pairing.mentor_id).exists(),
    }
