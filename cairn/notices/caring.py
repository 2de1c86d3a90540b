"""Whom care's news concerns: the people of a mentorship, or the one among them it is about."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from cairn.care.asking import Asking
from cairn.care.causes import CAUSES, ONE
from cairn.journal.entry import Entry
from cairn.journal.errand import Errand
from cairn.mentorships.member import Member
from cairn.notices.outbox import put


def whom_it_concerns(entry: Entry) -> Iterable[object]:
    """Everybody there, or only the one whose rating, answer or load it is."""
    if CAUSES[entry.data["code"]].told == ONE:
        return (entry.data["person"],) if entry.data.get("person") else ()
    return everybody_there(entry)


def whom_the_words_are_for(entry: Entry) -> Iterable[object]:
    """Where a cause is one person's, so are the words."""
    # The act's own signal says whose; the entry names its code and its mentorship.
    from cairn.care.rescue_act import RescueAct  # noqa: PLC0415 - only an act needs it

    act = RescueAct.objects.select_related("signal").get(pk=entry.subject_id)
    if act.signal.cause.told == ONE and act.signal.person_id:
        return (act.signal.person_id,)
    return everybody_there(entry)


def everybody_there(entry: Entry) -> list[UUID]:
    """The people of the mentorship the entry names."""
    there = Member.objects.present().filter(mentorship=entry.data["mentorship"])
    return list(there.values_list("person_id", flat=True))


def tell_of_questions(errand: Errand) -> None:
    """One notice for all that is asked at one moment; after a meeting the letter about it asks."""
    asking = Asking.objects.select_related("person__organisation").get(pk=errand.entry.subject_id)
    if asking.meeting_id is None:
        put(
            asking.person,
            "check_asked",
            topic=asking.mentorship_id,
            mark=f"{asking.moment}:{_moment(asking.made_at)}",
            data={"moment": asking.moment},
            after=asking.due_at,
        )


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"
