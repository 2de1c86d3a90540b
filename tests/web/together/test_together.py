"""Together: one's mentorships, one next step each, and nobody else's eyes."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from cairn.kernel import clock, ids
from cairn.meetings.booking import book
from cairn.mentorships.action import Action
from cairn.mentorships.agreement import Agreement
from cairn.mentorships.ending import Ending
from cairn.mentorships.farewell import Farewell
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.pause import Pause
from cairn.mentorships.pledge import Pledge
from cairn.people.person import Person
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from tests import cast as players
from tests.cast import Cast
from tests.mentorships.conftest import agree
from tests.web.browsing import browser_of

pytestmark = pytest.mark.django_db
SECRET = "Nobody at work may know of this."


def begin(cast: Cast, *, mentee: Person | None = None, format: str = "") -> Mentorship:
    bruno = players.enrol(cast.bruno, MENTOR)
    Enrolment.objects.filter(pk=bruno.pk).update(capacity=5)
    seeker = players.enrol(mentee or cast.amina, MENTEE)
    return Mentorship.begin(mentor=bruno, mentee=seeker, origin=ids.new(), format=format)


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    return begin(cast)


def page(who: Person, mentorship: Mentorship, rest: str = "") -> str:
    return browser_of(who).get(f"/together/{mentorship.pk}/{rest}").content.decode()


def post(who: Person, mentorship: Mentorship, rest: str, **said: object) -> str:
    """What the page says afterwards."""
    answer = browser_of(who).post(f"/together/{mentorship.pk}/{rest}", said, follow=True)
    return answer.content.decode()


def test_before_anything_begins_the_page_says_what_will_stand_here(cast: Cast) -> None:
    assert "Nobody walks with you yet" in browser_of(cast.amina).get("/together/").content.decode()


def test_everybody_around_one_is_drawn_and_told(cast: Cast, pair: Mentorship) -> None:
    shown = browser_of(cast.amina).get("/together/").content.decode()
    assert "Around you now: 1 mentor, 0 mentees, 0 peers" in shown
    assert "Bruno Ferreira</th><td>your mentor</td>" in shown


@pytest.mark.parametrize(("address", "most"), [("/together/", 14), ("/today/", 12)])
def test_queries_do_not_grow_with_mentorships(cast: Cast, pair: Mentorship, address: str, most: int) -> None:
    def asked() -> int:
        browser = browser_of(cast.bruno)
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    Action.set(pair, owner=cast.bruno, then="Send the recording", due_on=clock.today())
    agree(pair)
    alone = asked()
    for name in ("Emeka Obi", "Farah Haddad"):
        another = begin(cast, mentee=players.person(name))
        Action.set(another, owner=cast.bruno, then="Write first", due_on=clock.today())
        agree(another)
    assert asked() == alone
    assert alone <= most


def test_two_taps_agree(cast: Cast, pair: Mentorship) -> None:
    assert "every 14 days" in page(cast.amina, pair, "agreement/")
    assert "The others are asked too" in post(cast.amina, pair, "agreement/consent/", version=1)
    assert "Agreed. You can begin." in post(cast.bruno, pair, "agreement/consent/", version=1)
    assert Mentorship.objects.get().state == "working"


def test_nobody_agrees_to_a_version_they_did_not_read(cast: Cast, pair: Mentorship) -> None:
    changed = {"rhythm_days": 21, "minutes": 30, "channel": "phone", "response_days": 3, "needs": "Captions"}
    assert "Proposed." in post(cast.bruno, pair, "agreement/", **changed)
    assert "There is a newer version" in post(cast.amina, pair, "agreement/consent/", version=1)
    assert "Captions" in page(cast.amina, pair, "agreement/")
    assert Agreement.objects.agreed().count() == 0


def test_a_wrong_number_is_given_back_with_what_was_typed(cast: Cast, pair: Mentorship) -> None:
    wrong = {"rhythm_days": 0, "minutes": 30, "channel": "phone", "response_days": 3, "needs": "Captions"}
    answer = browser_of(cast.amina).post(f"/together/{pair.pk}/agreement/", wrong)
    assert (answer.status_code, "Captions" in answer.content.decode()) == (400, True)


def test_a_goal_is_written_agreed_and_moved(cast: Cast, pair: Mentorship) -> None:
    levels = {f"level_{place}": f"Sentence {place}" for place in range(5)}
    assert "Speak up" in post(
        cast.amina, pair, "goals/", title="Speak up", confidence=3, shared="on", **levels
    )
    goal = Goal.objects.get()
    assert "Is this a good goal?" in page(cast.bruno, pair, f"goals/{goal.pk}/")
    assert "Agreed." in post(cast.bruno, pair, f"goals/{goal.pk}/agreement/")
    assert "Noted." in post(cast.amina, pair, f"goals/{goal.pk}/level/", level=1)
    assert "finished" in post(cast.amina, pair, f"goals/{goal.pk}/level/", level=2, confidence=9, over="yes")
    goal.refresh_from_db()
    assert (goal.state, goal.level, goal.confidence_after) == ("done", 2, 9)


def test_what_is_private_is_not_there_for_the_other(cast: Cast, pair: Mentorship) -> None:
    post(cast.amina, pair, "goals/", title=SECRET)
    post(cast.amina, pair, "actions/", then=SECRET)
    goal, action = Goal.objects.get(), Action.objects.get()
    assert (goal.shared, action.shared) == (False, False)
    assert page(cast.amina, pair).count(SECRET) >= 2
    assert SECRET not in page(cast.bruno, pair)
    bruno = browser_of(cast.bruno)
    assert bruno.get(f"/together/{pair.pk}/goals/{goal.pk}/").status_code == 404
    assert bruno.post(f"/together/{pair.pk}/actions/{action.pk}/done/").status_code == 404


def test_coordinators_read_nothing_of_it(cast: Cast, pair: Mentorship) -> None:
    post(cast.amina, pair, "goals/", title=SECRET, shared="on")
    for who in (cast.chen, cast.ada, cast.dara):
        assert browser_of(who).get(f"/together/{pair.pk}/").status_code == 404
    for address in ("/p/first-steps/", "/p/first-steps/people/", "/together/"):
        assert SECRET not in browser_of(cast.chen).get(address).content.decode()


def test_a_step_is_taken_along_and_done(cast: Cast, pair: Mentorship) -> None:
    assert "Ask Lena" in post(cast.amina, pair, "actions/", when="it is Monday", then="Ask Lena", shared="on")
    action = Action.objects.get()
    assert "taken along once" in post(cast.amina, pair, f"actions/{action.pk}/carried/")
    assert "Well walked" in post(cast.amina, pair, f"actions/{action.pk}/done/")
    assert "already done" in post(cast.amina, pair, f"actions/{action.pk}/dropped/")


def test_what_is_due_is_ticked_on_the_spot(cast: Cast, pair: Mentorship) -> None:
    agree(pair)
    action = Action.set(pair, owner=cast.bruno, then="Send the recording", due_on=clock.today())
    shown = browser_of(cast.bruno).get("/today/").content.decode()
    assert ["Send the recording" in shown, f"/actions/{action.pk}/done/" in shown] == [True, True]


def test_a_booked_meeting_is_the_next_step(cast: Cast, pair: Mentorship) -> None:
    agree(pair)
    at = (clock.now() + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
    book(people=[cast.amina, cast.bruno], at=at, minutes=45, by=cast.bruno, mentorship=pair, anywhen=True)
    day = date_format(at.astimezone(ZoneInfo("Europe/Lisbon")), "l, j F, H:i")
    assert page(cast.bruno, pair).count(day) == 2


def test_a_pause_shows_until_when_and_never_why(cast: Cast, pair: Mentorship) -> None:
    until = clock.today() + timedelta(days=9)
    assert "It rests" in post(cast.amina, pair, "pause/", until=until.isoformat(), reason=SECRET)
    assert SECRET not in page(cast.bruno, pair)
    assert "It goes on" in post(cast.bruno, pair, "pause/ending/")
    assert Pause.objects.standing().count() == 0


def test_the_other_reads_neutral_words(cast: Cast, pair: Mentorship) -> None:
    assert "Nobody asks you why" in post(cast.amina, pair, "exit/", reason=SECRET)
    shown = page(cast.bruno, pair)
    assert "It says nothing about either of you" in shown
    assert (SECRET in shown, "Say goodbye well" in shown) == (False, True)
    assert Ending.objects.get().reason_for(cast.amina) == SECRET


def test_a_goodbye_takes_three_taps(cast: Cast, pair: Mentorship) -> None:
    post(cast.amina, pair, "closing/")
    assert "What stays with you?" in page(cast.amina, pair, "farewell/")
    taps = {"stays": "A habit I keep", "thanks": "I learned from you.", "choice": "pass_on"}
    post(cast.amina, pair, "farewell/", **taps)
    assert "I learned from you." in page(cast.bruno, pair)
    assert "A habit I keep" not in page(cast.bruno, pair)
    post(cast.bruno, pair, "farewell/", own_thanks="Go on asking.", choice="end")
    assert Mentorship.objects.get().closed_as == "completed"
    assert Enrolment.objects.filter(person=cast.amina, side=MENTOR).exists()
    assert Farewell.objects.get(person=cast.bruno).thanks == "Go on asking."


def test_after_a_long_silence_one_tap_goes_on(cast: Cast, pair: Mentorship) -> None:
    pair.ask_whether_it_goes_on()
    assert "Does it go on?" in browser_of(cast.amina).get("/today/").content.decode()
    assert "Good. It goes on." in post(cast.amina, pair, "going-on/")
    assert Mentorship.objects.get().asked_at is None


@pytest.mark.parametrize(
    ("format", "there", "elsewhere"),
    [
        ("group", "The hot seat", "Doors that were opened"),
        ("reverse", "I come to every meeting", "The hot seat"),
        ("executive", "Doors that were opened", "Half for each"),
        ("mutual", "Half for each", "What I changed"),
        ("flash", "What I did with it", "How you work together"),
        ("coping", "How you work together", "Where it stands"),
    ],
)
def test_each_format_has_its_pieces(cast: Cast, format: str, there: str, elsewhere: str) -> None:
    shown = page(cast.amina, begin(cast, format=format))
    assert (there in shown, elsewhere in shown) == (True, False)


def test_an_act_of_another_format_does_nothing(cast: Cast, pair: Mentorship) -> None:
    assert "no part of how you work here" in post(cast.amina, pair, "pledge/")
    assert Pledge.objects.count() == 0


def test_traits_are_lived_on_the_page(cast: Cast) -> None:
    reverse = begin(cast, format="reverse")
    assert "Amina Diallo" in post(cast.amina, reverse, "pledge/")
    assert "I speak last now" in post(cast.amina, reverse, "changes/", words="I speak last now.")
    farah = players.person("Farah Haddad")
    sponsored = begin(cast, mentee=farah, format="executive")
    assert "introduced somebody" in post(
        cast.bruno, sponsored, "doors/", kind="introduced", words="To the board"
    )
    act = sponsored.sponsoracts.get()
    assert "led somewhere" in post(farah, sponsored, f"doors/{act.pk}/taken-up/")


def test_a_round_in_writing_is_held_on_the_page(cast: Cast) -> None:
    circle = begin(cast, format="group")
    assert "Write down your case" in post(cast.amina, circle, "seat/", case="My team is silent")
    seat = circle.hotseats.get()
    assert "Nobody speaks" in post(cast.amina, circle, f"seat/{seat.pk}/hearing/", words="Nobody speaks.")
    assert "Since when?" in post(cast.bruno, circle, f"seat/{seat.pk}/hearing/", words="Since when?")
    assert "In this step you listen." in page(cast.amina, circle)
