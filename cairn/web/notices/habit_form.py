"""The form of one's habits. Hours are typed as hours, and kept as minutes of the day."""

from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from cairn.notices.habit import EMAIL, HERE, MOST_BATCHES, Habit
from cairn.notices.kind import muteable
from cairn.notices.label import label_of
from cairn.notices.rhythm import HOUR

DAYS = [(str(number), name) for number, name in WEEKDAYS.items()]
BATCHES = tuple(f"batch_{number}" for number in range(1, MOST_BATCHES + 1))


class Hour(forms.TimeField):
    """An hour of the day; its value is a minute."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M"), **more)

    def clean(self, value: Any) -> Any:
        """The minute of the day, or None."""
        found = super().clean(value)
        return found.hour * HOUR + found.minute if found else None


class HabitForm(forms.Form):
    """How somebody wants to be told."""

    first = forms.ChoiceField(
        label=_("Where do we write first?"),
        choices=[(EMAIL, _("By e-mail")), (HERE, _("Only here, under Notices"))],
        widget=forms.RadioSelect,
    )
    batch_1 = Hour(label=_("First mail"))
    batch_2 = Hour(label=_("Second mail"), required=False)
    batch_3 = Hour(label=_("Third mail"), required=False)
    quiet_from = Hour(label=_("Quiet from"))
    quiet_to = Hour(label=_("Quiet until"))
    quiet_weekend = forms.BooleanField(label=_("Quiet on my weekend"), required=False)
    inspiring_days = forms.MultipleChoiceField(
        label=_("Days for ideas and stories"),
        choices=DAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    digest_day = forms.ChoiceField(
        label=_("Weekly digest"), choices=[("", _("No digest")), *DAYS], required=False
    )
    digest_minute = Hour(label=_("Digest at"))
    wanted = forms.MultipleChoiceField(
        label=_("Mails about"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        wanted: Any = self.fields["wanted"]
        wanted.choices = [(kind.name, label_of(kind.name)) for kind in muteable() if kind.name != "digest"]

    def clean(self) -> dict[str, Any]:
        """An hour that is chosen and quiet at once would never come."""
        said: dict[str, Any] = super().clean() or {}
        for name in (*BATCHES, "digest_minute"):
            if said.get(name) is not None and self._is_quiet(said, said[name]):
                self.add_error(name, _("This hour lies within your quiet hours."))
        return said

    def habits(self) -> dict[str, Any]:
        """What was chosen, as `choose` takes it."""
        said = self.cleaned_data
        day = said["digest_day"]
        kept = ("first", "quiet_from", "quiet_to", "quiet_weekend", "digest_minute")
        return {
            **{name: said[name] for name in kept},
            "batches": sorted({said[name] for name in BATCHES if said[name] is not None}),
            "inspiring_days": sorted(int(each) for each in said["inspiring_days"]),
            "digest_day": int(day) if day else None,
            "wanted": [*said["wanted"], *(["digest"] if day else [])],
        }

    @staticmethod
    def _is_quiet(said: dict[str, Any], minute: int) -> bool:
        begin, end = said.get("quiet_from"), said.get("quiet_to")
        if begin is None or end is None or begin == end:
            return False
        return bool(begin <= minute < end if begin < end else minute >= begin or minute < end)


def filled_with(habit: Habit, *, muted: frozenset[str]) -> dict[str, Any]:
    """The form as it stands before anything is changed."""
    hours = zip(BATCHES, sorted(habit.batches), strict=False)
    return {
        "first": habit.first,
        **{name: _hour(minute) for name, minute in hours},
        **{name: _hour(getattr(habit, name)) for name in ("quiet_from", "quiet_to", "digest_minute")},
        "quiet_weekend": habit.quiet_weekend,
        "inspiring_days": [str(day) for day in habit.inspiring_days],
        "digest_day": "" if habit.digest_day is None or "digest" in muted else str(habit.digest_day),
        "wanted": [kind.name for kind in muteable() if kind.name not in muted],
    }


def _hour(minute: int) -> time:
    return time(minute // HOUR, minute % HOUR)
