"""Hints: what would match more people, or match them better, in words that can be tried before anything is
decided.

Every promise was solved by the engine. A hint has a key, so that a page can send it back: trying it plays the
cohort as it would be; adopting it makes it so. Nobody's limit is raised by itself: adopting places means the
mentors were asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.journal.recording import record
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import Rulebook, rules_of, save
from cairn.matching.wording import duration, listed
from cairn.programmes.enrolment import Enrolment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cairn.matching.cohort import Seen
    from cairn.matching.words import Words
    from cairn.people.person import Person
    from cairn.programmes.programme import Programme
    from matchmaker import Hint

PLACES, MUST, HOURS, LEAST, RESERVE = "capacity", "must", "hours", "minimum_fit", "reserve"


@dataclass(frozen=True)
class HintView:
    """One hint. `gain` is how many people more are matched, `share` the gain in total fit (0.09 is 9 %)."""

    key: str
    kind: str
    mentors: tuple[Seen, ...]
    gain: int
    matched: int
    share: float
    sentence: str


@dataclass(frozen=True)
class Trial:
    """A rulebook and mentors with one more place each (person ids): what a hint's key stands for."""

    book: Rulebook
    more: frozenset[str] = frozenset()


def view_of_hint(hint: Hint, *, seen: Mapping[tuple[str, str], Seen], waiting: int, words: Words) -> HintView:
    """The engine's hint with names and a sentence."""
    mentors = tuple(seen["mentor", each] for each in hint.mentors)
    return HintView(
        key=_key(hint),
        kind=hint.kind,
        mentors=mentors,
        gain=hint.gain,
        matched=hint.matched,
        share=hint.share,
        sentence=f"{_change(hint, mentors, words)} {_effect(hint, waiting)}",
    )


def _key(hint: Hint) -> str:
    told = {PLACES: ",".join(sorted(hint.mentors)), MUST: hint.criterion}.get(hint.kind, f"{hint.value:g}")
    return f"{hint.kind}={told}"


def _change(hint: Hint, mentors: tuple[Seen, ...], words: Words) -> str:
    if hint.kind == PLACES:
        many = _("One more mentee each for %(names)s")
        sentence = many if len(mentors) > 1 else _("One more mentee for %(names)s")
        return sentence % {"names": listed([each.name for each in mentors])}
    if hint.kind == MUST:
        return _("Wishing for “%(rule)s” instead of asking for it") % {"rule": words.of(hint.criterion)}
    if hint.kind == HOURS:
        return _("Asking for %(time)s a week together instead of more") % {"time": duration(int(hint.value))}
    return _("Dropping the minimum fit") if hint.kind == LEAST else _("Giving out the places held back")


def _effect(hint: Hint, waiting: int) -> str:
    if hint.gain > 0 and waiting == 1:
        return _("would match the one who waits.")
    if hint.gain > 0 and waiting:
        told = {"count": hint.gain, "waiting": waiting}
        return (
            ngettext(
                "would match one of the %(waiting)s who wait.",
                "would match %(count)s of the %(waiting)s who wait.",
                hint.gain,
            )
            % told
        )
    return _("would bring %(share)s %% more fit.") % {"share": f"{100 * hint.share:.0f}"}


def trial_of(book: Rulebook, keys: Iterable[str]) -> Trial:
    """The rules and places as they would be with these hints; raises Refused for a key that means nothing."""
    more: frozenset[str] = frozenset()
    for key in keys:
        kind, _sign, told = key.partition("=")
        if kind == PLACES:
            more |= frozenset(filter(None, told.split(",")))
        else:
            book = _ruled(book, kind, told)
    return Trial(book, more)


def _ruled(book: Rulebook, kind: str, told: str) -> Rulebook:
    try:
        if kind == MUST:
            return book.with_must(told, must=False)
        if kind == HOURS:
            return book.with_gates(hours=int(told))
        if kind in {LEAST, RESERVE}:
            return book.with_round(**{kind: float(told)})
    except ValueError:
        pass
    raise Refused("no_such_hint", _("This hint no longer holds. Look at the Lab as it is now."))


@transaction.atomic
def adopt(programme: Programme, key: str, *, by: Person, format: str = "") -> None:
    """Make it so: the rules change for the next round, or these mentors take one more, as they agreed to."""
    book = rules_of(programme, format)
    trial = trial_of(book, [key])
    if trial.book != book:
        save(programme, trial.book, by=by)
    if trial.more:
        _give_places(programme, trial.more, by=by, hours_each=book.gates.monthly)


def _give_places(programme: Programme, mentors: frozenset[str], *, by: Person, hours_each: float) -> None:
    """One place more each; whose hours a month do not reach that far said yes to those hours too."""
    here = programme.mentors().select_for_update(of=("self",))
    chosen = list(here.filter(person__in=[UUID(each) for each in mentors]))
    for each in chosen:
        places = each.places(hours_each=hours_each) + 1
        each.capacity = max(each.capacity, places)
        if each.hours_a_month is not None:
            each.hours_a_month = max(each.hours_a_month, places * hours_each)
    Enrolment.objects.bulk_update(chosen, ("capacity", "hours_a_month"))
    record(
        "capacity.raised",
        organisation=programme.organisation_id,
        actor=by,
        subject=programme,
        data={"mentors": [each.pk for each in chosen]},
        privacy="P2",
    )
