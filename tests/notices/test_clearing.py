"""What was told is looked up for a year; nothing is kept for ever."""

from datetime import timedelta

import pytest

from cairn.kernel import clock
from cairn.notices.acts import act_url
from cairn.notices.envelope import Envelope
from cairn.notices.notice import DROPPED, Notice
from cairn.notices.outbox import put
from cairn.notices.tasks import night
from cairn.people.passes import Pass
from tests.cast import Cast
from tests.notices.life import pair


@pytest.mark.parametrize(
    ("days", "left"), [(29, (2, 1, 1)), (31, (1, 1, 1)), (100, (1, 1, 0)), (366, (0, 0, 0))]
)
def test_nothing_is_kept_for_ever(cast: Cast, days: int, left: tuple[int, int, int]) -> None:
    mentorship = pair()
    put(cast.amina, "mentorship_paused", topic=mentorship.pk)
    dropped = put(cast.amina, "mentorship_closing", topic=mentorship.pk)
    Notice.objects.filter(pk=dropped.pk).update(state=DROPPED)
    act_url(cast.amina, "meeting.book", mentorship.pk)
    with clock.moved(by=timedelta(days=days)):
        night()
    assert (Notice.objects.count(), Envelope.objects.count(), Pass.objects.count()) == left


def test_what_still_waits_stays(cast: Cast) -> None:
    put(cast.amina, "mentorship_closing", topic=pair().pk)
    with clock.moved(by=timedelta(days=400)):
        night()
    assert Notice.objects.count() == 1
