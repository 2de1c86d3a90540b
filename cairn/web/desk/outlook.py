"""The Lab in words and figures: what stands above the picture, beside the lists and in the ear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from cairn.matching.lab import GateView, LabView

#: The gates a coordinator may switch, by the engine's name; the others always hold.
SWITCHES = {
    "languages": "language",
    "hours": "hours",
    "monthly_hours": "monthly",
    "reporting_line": "line",
    "training": "training",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One large number, and the small line under it."""

    label: str
    value: str
    note: str
    better: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition with its switch (empty where it always holds) and how many pairs it alone shuts out.

    `hours` is a number to set beside the switch, as a form writes it; empty where there is none.
    """

    switch: str
    label: str
    on: bool
    says: str
    hours: str = ""


def figures(view: LabView) -> list[Figure]:
    """Matched, strong or good, weakest pair, from the optimum."""
    told = [_matched(view), _strong(view), _weakest(view)]
    # Nothing is proven about circles: they are formed one after the other.
    return told if view.book.kind.group.is_circle else [*told, _gap(view)]


def _matched(view: LabView) -> Figure:
    value = f"{view.matched}"
    if view.since is None:
        return Figure(_("Matched"), value, _("of %(n)s mentees") % {"n": view.mentees})
    return Figure(_("Matched"), value, *_against(view.matched - view.since.matched))


def _against(step: int) -> tuple[str, bool]:
    if step == 0:
        return _("as in the last run"), False
    return _("%(step)s since the last run") % {"step": signed(step)}, step > 0


def _strong(view: LabView) -> Figure:
    value = _("%(share)s %%") % {"share": round(100 * view.strong_or_good)}
    if view.since is None:
        return Figure(_("Strong or good"), value, _("of all pairs"))
    step = round(100 * (view.strong_or_good - view.since.strong_or_good))
    return Figure(_("Strong or good"), value, signed(step) if step else _("as before"), step > 0)


def _weakest(view: LabView) -> Figure:
    if not view.matched:
        return Figure(_("Weakest pair"), "–", "")
    mean = _("mean %(fit)s") % {"fit": fit(view.mean)}
    was = [_("was %(fit)s") % {"fit": fit(view.since.worst)}] if view.since else []
    return Figure(_("Weakest pair"), fit(view.worst), " · ".join([*was, mean]))


def _gap(view: LabView) -> Figure:
    value = _("%(share)s %%") % {"share": number_format(100 * max(view.gap, 0.0), 2)}
    return Figure(_("From the optimum"), value, _("exact") if view.exact else _("proven bound"))


def signed(step: int) -> str:
    """A change with its sign, a true minus among them."""
    return f"{step:+d}".replace("-", "−")


def fit(value: float) -> str:
    """A fit from 0 to 1 with two digits, `.41`; the numbers behind the pictures, never on a person's card."""
    told = number_format(value, 2)
    return told.removeprefix("0") if told.startswith("0.") else told


def gates(view: LabView) -> list[Gate]:
    """Conditions with a switch in their order, then those that always hold and shut somebody out."""
    states = {each.id: each for each in view.gates}
    switched = [
        Gate(
            switch,
            states[name].label,
            bool(getattr(view.book.gates, switch)),
            _told(states[name], view, switch),
            f"{view.book.gates.monthly:g}" if switch == "monthly" and view.book.gates.monthly else "",
        )
        for name, switch in SWITCHES.items()
        if name in states
    ]
    musts = {f"must:{each.id}" for each in view.rules if each.must}
    others = (each for each in view.gates if each.id not in SWITCHES and each.on)
    fixed = [each for each in others if each.shuts_out or each.id in musts]
    return switched + [_fixed(each, is_rule=each.id in musts) for each in fixed]


def _fixed(state: GateView, *, is_rule: bool) -> Gate:
    """A rule's own must is switched beside its slider; without one it is what people marked themselves."""
    if not state.id.startswith("must:"):
        return Gate("", state.label, on=True, says=_shut_out(state))
    if is_rule:
        return Gate(
            "", state.label, on=True, says=_("%(told)s; set beside its slider") % {"told": _shut_out(state)}
        )
    return Gate("", _("What mentees cannot do without"), on=True, says=_shut_out(state))


def _told(state: GateView, view: LabView, switch: str) -> str:
    if not getattr(view.book.gates, switch):
        return _("off")
    if not state.on:
        return _("nothing to check: nobody has told it yet")
    return _short_of_hours(view) if switch == "monthly" else _shut_out(state)


def _short_of_hours(view: LabView) -> str:
    told = ngettext(
        "limits the places of %(n)s mentor", "limits the places of %(n)s mentors", view.short_of_hours
    )
    return told % {"n": view.short_of_hours}


def _shut_out(state: GateView) -> str:
    pairs = number_format(state.shuts_out, 0, use_l10n=True, force_grouping=True)
    told = ngettext("shuts out %(pairs)s pair", "shuts out %(pairs)s pairs", state.shuts_out)
    return told % {"pairs": pairs}


def sentence(view: LabView) -> str:
    """The round in one breath, read aloud after every change."""
    told = ngettext("%(n)s of %(all)s mentees matched", "%(n)s of %(all)s mentees matched", view.matched) % {
        "n": view.matched,
        "all": view.mentees,
    }
    waiting = ngettext("%(n)s waits", "%(n)s wait", len(view.waiting)) % {"n": len(view.waiting)}
    return f"{told}, {waiting}."


def load(view: LabView) -> str:
    """How the work is shared among mentors."""
    full = sum(each.given + each.used >= each.capacity > 0 for each in view.loads)
    idle = sum(each.given + each.used == 0 for each in view.loads)
    told = ngettext("%(n)s mentor is full", "%(n)s mentors are full", full) % {"n": full}
    free = ngettext("%(n)s has nobody", "%(n)s have nobody", idle) % {"n": idle}
    return f"{told}, {free}."


def shortage(view: LabView) -> str:
    """The skill that misses most places; empty where there is enough of all."""
    worst = max(view.supply, key=lambda each: each.short, default=None)
    if worst is None or not worst.short:
        return ""
    return ngettext(
        "Short of %(n)s place in %(skill)s.", "Short of %(n)s places in %(skill)s.", worst.short
    ) % {"n": worst.short, "skill": worst.label}
