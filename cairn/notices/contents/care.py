"""What care tells people: a signal with the acts that help, a coordinator's words, questions that wait."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.care.causes import NO_BOOKING, NO_MEETING, NUDGE, PAUSE, REMATCH, SLOTS, TALK
from cairn.care.choosing import choosable
from cairn.care.notes import ANOTHER, BOOK, CHOICES, NOTES, REST
from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal
from cairn.kernel import clock
from cairn.meetings import proposing
from cairn.meetings.meeting import Meeting
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.steps import CLOSED
from cairn.notices.acts import act_url, choosing, spelled
from cairn.notices.contents.content import Content, Values
from cairn.notices.contents.wording import at_home, called, listed, moment
from cairn.notices.facts import Facts
from cairn.notices.notice import Notice

MINUTE = 60
#: Where a first meeting is missing, the letter brings times with it.
BEGINNING = (NO_BOOKING, NO_MEETING)


def _others(notice: Notice, mentorship: Mentorship) -> str:
    people = [each.person for each in mentorship.present() if each.person_id != notice.person_id]
    return listed(people) or _("your group")


def _read_signal(notice: Notice, facts: Facts) -> dict[str, Any] | None:
    signal, mentorship = facts.signals.get(notice.topic), facts.mentorship_of(notice)
    if signal is None or mentorship is None:
        return None
    note, others = NOTES[signal.code], {"others": _others(notice, mentorship)}
    return {
        "title": str(note.title) % others,
        "note": str(note.words) % others,
        "button": str(CHOICES[note.choices[0]]),
        "after": _("Only you and the people of this mentorship read this."),
        "programme": mentorship.programme.name,
        "link": _page_of(note.choices[0], mentorship),
    }


def _page_of(choice: str, mentorship: Mentorship) -> str:
    return at_home(f"/together/{mentorship.pk}/{'times/' if choice == BOOK else ''}")


def _stands(notice: Notice, facts: Facts) -> bool:
    signal = facts.signals.get(notice.topic)
    return signal is not None and signal.solved_at is None


def _choices(notice: Notice, facts: Facts) -> Values:
    """One button, and the others small beneath it; each acts without signing in where it can."""
    signal, mentorship = facts.signals[notice.topic], facts.mentorship_of(notice)
    assert mentorship is not None  # noqa: S101 - `read` gave nothing otherwise
    made = [(str(CHOICES[each]), url) for each, url in _links(notice, signal, mentorship)]
    link = made[0][1]
    held = proposing.propose(mentorship) if signal.code in BEGINNING else []
    times = [
        (moment(each.starts_at, notice.person), choosing(link, at=spelled(each.starts_at))) for each in held
    ]
    return {"link": link, "marks": times, "more": made if times else made[1:]}


def _links(notice: Notice, signal: Signal, mentorship: Mentorship) -> Iterator[tuple[str, str]]:
    answer = act_url(notice.person, "signal.answer", signal.pk) if choosable(signal) else ""
    for choice in NOTES[signal.code].choices:
        if choice in choosable(signal):
            yield choice, choosing(answer, choice=choice)
        elif choice == BOOK:
            yield choice, act_url(notice.person, "meeting.book", mentorship.pk)
        else:
            yield choice, _page_of(choice, mentorship)


def _read_words(notice: Notice, facts: Facts) -> dict[str, Any] | None:
    act, mentorship = facts.rescue_acts.get(notice.topic), facts.mentorship_of(notice)
    if act is None or mentorship is None:
        return None
    by = called(act.by)
    return {
        "by": by,
        "said": str(act.words),
        "button": _button(act, mentorship),
        "programme": mentorship.programme.name,
        "headers": {"Reply-To": act.by.email} if act.by.email else {},
        "link": at_home("/today/" if mentorship.state == CLOSED else f"/together/{mentorship.pk}/"),
    }


def _button(act: RescueAct, mentorship: Mentorship) -> str:
    if mentorship.state == CLOSED:
        return _("Open Today")
    return {
        NUDGE: str(CHOICES[BOOK]),
        SLOTS: str(CHOICES[BOOK]),
        PAUSE: str(CHOICES[REST]),
        REMATCH: str(CHOICES[ANOTHER]),
        TALK: _("Answer %(name)s") % {"name": called(act.by)},
    }[act.act]


def _bring(notice: Notice, facts: Facts) -> Values:
    """The one button that fits the act; times as one button each."""
    act, mentorship = facts.rescue_acts[notice.topic], facts.mentorship_of(notice)
    if mentorship is None or mentorship.state == CLOSED:
        return {}
    if act.act in {NUDGE, SLOTS}:
        link = act_url(notice.person, "meeting.book", mentorship.pk)
        marks = [
            (moment(each.starts_at, notice.person), choosing(link, at=spelled(each.starts_at)))
            for each in (_proposed(mentorship) if act.act == SLOTS else ())
        ]
        return {"link": link, "marks": marks}
    if act.act == TALK:
        return {"link": f"mailto:{act.by.email}"} if act.by.email else {}
    wish = REST if act.act == PAUSE else ANOTHER
    if wish not in choosable(act.signal):
        return {}
    return {"link": act_url(notice.person, "signal.answer", act.signal_id, choice=wish)}


def _proposed(mentorship: Mentorship) -> list[Meeting]:
    held = Meeting.objects.of_mentorship(mentorship).proposed()
    return list(held.filter(held_until__gt=clock.now(), starts_at__gt=clock.now()))


def _read_questions(notice: Notice, facts: Facts) -> Values | None:
    asked, mentorship = facts.askings_of(notice), facts.mentorship_of(notice)
    if not asked or mentorship is None:
        return None
    seconds = sum(each.nature.seconds for each in asked)
    minutes = max(1, round(seconds / MINUTE))
    time = ngettext("about a minute", "about %(n)s minutes", minutes) % {"n": minutes}
    return {
        "other": _others(notice, mentorship),
        "time": time if seconds > MINUTE / 2 else _("twenty seconds"),
        "programme": mentorship.programme.name,
        "link": at_home("/checks/"),
    }


def marks_of(notice: Notice, facts: Facts) -> list[tuple[str, str]]:
    """The five answers about a meeting, one link each; empty where nothing is asked about it."""
    asking = facts.checks.get((notice.topic, notice.person_id))
    if asking is None:
        return []
    link = act_url(notice.person, "meeting.rate", asking.pk)
    steps = asking.nature.numbers()[0].steps()
    return [(label, choosing(link, choice=number)) for number, label in reversed(steps)]


def _wait(notice: Notice, facts: Facts) -> bool:
    return bool(facts.askings_of(notice))


SIGNAL = Content(read=_read_signal, holds=_stands, acts=_choices)
WORDS = Content(read=_read_words, acts=_bring)
QUESTIONS = Content(read=_read_questions, holds=_wait)
