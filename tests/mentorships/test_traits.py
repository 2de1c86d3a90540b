"""What some formats have and others do not: hot seats, pledges, changes, open doors, halves."""

from datetime import timedelta

import pytest

from cairn.kernel import clock, ids
from cairn.mentorships.change import DID, Change
from cairn.mentorships.ending import Ending
from cairn.mentorships.half import Half, balances_of, is_lopsided, who_starts
from cairn.mentorships.hearing import Hearing
from cairn.mentorships.hot_seat import HotSeat, turns_of
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pledge import Pledge, pledged
from cairn.mentorships.refusal import Refused
from cairn.mentorships.sponsor_act import SponsorAct
from cairn.mentorships.written_round import round_of
from cairn.people.person import Person
from cairn.people.tie import Tie
from cairn.programmes.enrolment import MENTEE
from tests import cast as players
from tests.cast import Cast
from tests.mentorships.conftest import Pair

pytestmark = pytest.mark.django_db


def members(circle: Mentorship) -> dict[str, Person]:
    return {member.person.name.split(maxsplit=1)[0]: member.person for member in circle.present()}


def test_who_had_fewest_turns_is_next(circle: Mentorship) -> None:
    people = members(circle)
    for name in ("Amina", "Emeka", "Amina", "Farah"):
        HotSeat.take(circle, by=people[name], occasion=ids.new())
    line = [(turn.member.person.name.split()[0], turn.times, turn.is_next) for turn in turns_of(circle)]
    assert line == [("Goran", 0, True), ("Emeka", 1, False), ("Farah", 1, False), ("Amina", 2, False)]


def test_a_meeting_has_one_hot_seat(circle: Mentorship) -> None:
    people, meeting = members(circle), ids.new()
    HotSeat.take(circle, by=people["Amina"], occasion=meeting)
    with pytest.raises(Refused, match="Somebody else"):
        HotSeat.take(circle, by=people["Emeka"], occasion=meeting)


def test_a_round_in_writing_moves_on_when_everybody_spoke(circle: Mentorship) -> None:
    people = members(circle)
    seat = HotSeat.take(circle, by=people["Amina"], case="My team is silent.", in_writing=True)
    with pytest.raises(Refused, match="you listen"):
        Hearing.say(seat, by=people["Bruno"], words="Why?")
    Hearing.say(seat, by=people["Amina"], words="Nobody speaks in our meetings.")
    for name in ("Bruno", "Emeka", "Farah", "Goran"):
        Hearing.say(seat, by=people[name], words="Since when?")
    now = round_of(seat).now
    assert now is not None
    assert (now.name, now.said) == ("ideas", ())


def test_a_round_in_writing_moves_on_after_three_days(circle: Mentorship) -> None:
    people = members(circle)
    seat = HotSeat.take(circle, by=people["Amina"], in_writing=True)
    Hearing.say(seat, by=people["Amina"], words="Nobody speaks in our meetings.")
    steps = []
    for hours in (1, 73, 145, 217, 300):
        with clock.moved(by=timedelta(hours=hours)):
            now = round_of(seat).now
            steps.append(now.name if now else None)
    assert steps == ["clarify", "ideas", "summary", "thanks", None]
    with clock.moved(by=timedelta(hours=300)), pytest.raises(Refused, match="is over"):
        Hearing.say(seat, by=people["Amina"], words="Thank you.")


def test_what_is_said_again_is_replaced(circle: Mentorship) -> None:
    people = members(circle)
    seat = HotSeat.take(circle, by=people["Amina"], in_writing=True)
    Hearing.say(seat, by=people["Amina"], words="First")
    for words in ("Why?", "Why now?"):
        Hearing.say(seat, by=people["Bruno"], words=words)
    assert [each.words for each in Hearing.objects.filter(person=people["Bruno"])] == ["Why now?"]
    assert Hearing.objects.visible_to(people["Goran"]).count() == 2


def test_a_pledge_is_given_once(together: Pair, cast: Cast) -> None:
    reverse = together("reverse")
    for _ in range(2):
        Pledge.give(reverse, by=cast.amina)
    assert (Pledge.objects.count(), pledged(reverse, cast.amina), pledged(reverse, cast.bruno)) == (
        1,
        True,
        False,
    )


def test_what_came_of_it_may_be_told_after_the_end(together: Pair, cast: Cast) -> None:
    flash = together("flash")
    Ending.end(flash, how="completed")
    Change.tell(flash, by=cast.amina, words="I asked, and got it.", kind=DID)
    assert [each.words for each in Change.objects.visible_to(cast.bruno)] == ["I asked, and got it."]
    assert list(Change.objects.visible_to(cast.chen)) == []


def test_a_sponsor_opens_a_door_and_it_leads_somewhere(together: Pair, cast: Cast) -> None:
    sponsored = together("executive")
    act = SponsorAct.log(sponsored, by=cast.bruno, of=cast.amina, kind="introduced", words="To the board")
    with pytest.raises(Refused, match="Only who"):
        act.take_up(cast.bruno)
    act.take_up(cast.amina)
    act.refresh_from_db()
    assert act.taken_up_at is not None
    with pytest.raises(Refused, match="for whom"):
        SponsorAct.log(sponsored, by=cast.bruno, of=cast.dara, kind="stage")


def test_halves_are_balanced(together: Pair, cast: Cast) -> None:
    mutual = together("mutual")
    for minutes in ((20, 20), (30, 10), (36, 4), (35, 5)):
        given = dict(zip((cast.amina.pk, cast.bruno.pk), minutes, strict=True))
        Half.note(mutual, by=cast.amina, occasion=ids.new(), minutes=given)
        assert is_lopsided(mutual) == (minutes == (35, 5))
    assert balances_of(mutual) == pytest.approx([1, 0.5, 0.2, 0.25])
    with pytest.raises(Refused, match="how many minutes"):
        Half.note(mutual, by=cast.amina, occasion=ids.new(), minutes={cast.dara.pk: 5})


def test_they_take_turns_in_starting(together: Pair) -> None:
    mutual = together("mutual")
    first = who_starts(mutual)
    mutual.met(clock.now())
    second = who_starts(mutual)
    mutual.met(clock.now())
    assert first != second
    assert who_starts(mutual) == first


def test_where_both_give_both_are_peers(together: Pair, cast: Cast) -> None:
    together("mutual")
    assert {(tie.person, tie.kind) for tie in Tie.objects.all()} == {
        (cast.amina, "peer"),
        (cast.bruno, "peer"),
    }


def test_a_ring_of_three_is_alike_all_around(cast: Cast) -> None:
    three = (cast.amina, cast.bruno, players.person("Emeka Obi"))
    seated = [(players.enrol(each, MENTEE), MENTEE) for each in three]
    ring = Mentorship.gather(players.programme(), members=seated, origin=ids.new(), format="mutual")
    assert {member.side for member in ring.present()} == {"peer"}
    assert Tie.objects.filter(kind="peer").count() == 6
    minutes = dict(zip((each.pk for each in three), (20, 20, 5), strict=True))
    Half.note(ring, by=cast.amina, occasion=ids.new(), minutes=minutes)
    assert balances_of(ring) == pytest.approx([1 - 15 / 45])
