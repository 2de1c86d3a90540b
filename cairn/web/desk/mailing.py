"""What will be sent, looked at before it is: every pair that would leave, and both of its mails."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _

from cairn.matching.publishing import preview
from cairn.notices.preview import match_preview

if TYPE_CHECKING:
    from cairn.matching.pairing import Pairing
    from cairn.matching.run import Run
    from cairn.notices.rendering import Rendered

Side = Literal["mentee", "mentor"]
SIDES: tuple[Side, Side] = ("mentee", "mentor")


@dataclass(frozen=True, slots=True)
class Mail:
    """One of the two mails of a pair; `to` is the name of whoever gets it."""

    side: Side
    to: str
    subject: str
    text: str


def mail_to(side: Side, *, pairing: Pairing) -> Rendered:
    """The mail as it will leave, but for its answer links."""
    pair = SimpleNamespace(
        pk=pairing.pk, programme=pairing.run.programme, mentor=pairing.mentor, mentee=pairing.mentee
    )
    return match_preview(pair, side=side, card=pairing.card())


def preview_of(run: Run, *, pair: str) -> dict[str, Any]:
    """The page's content; the pair asked for, or the first."""
    ready = preview(run)
    chosen = _chosen(ready.pairings, pair)
    people = [each.person for pairing in ready.pairings for each in (pairing.mentee, pairing.mentor)]
    return {
        "programme": run.programme,
        "run": run,
        "publication": run.publications.last(),
        "pairs": len(ready.pairings),
        "choices": ready.pairings,
        "pairing": chosen,
        "mails": [_mail(side, chosen) for side in SIDES] if chosen else [],
        "without_mail": len({person.pk for person in people if not person.email}),
        "held_back": [(pairing, why_held_back(code)) for pairing, code in ready.held_back],
    }


def _chosen(pairings: tuple[Pairing, ...], asked: str) -> Pairing | None:
    try:
        wanted = UUID(asked)
    except ValueError:
        wanted = None
    return next((each for each in pairings if each.pk == wanted), next(iter(pairings), None))


def _mail(side: Side, pairing: Pairing) -> Mail:
    rendered = mail_to(side, pairing=pairing)
    return Mail(side, getattr(pairing, side).person.name, rendered.subject, rendered.text)


def why_held_back(code: str) -> str:
    """Why a pair of the run would not be sent."""
    return {
        "left": _("one of them has left the programme"),
        "few": _("too few would be in this circle"),
        "full": _("one of them has no place left"),
        "proposed": _("they were proposed to each other before"),
    }.get(code, code)
