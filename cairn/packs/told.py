"""What people of the demo wrote, said and did. All of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from cairn.kernel import clock
from cairn.meetings.attending import tap_held
from cairn.mentorships.action import Action
from cairn.mentorships.change import Change
from cairn.mentorships.goal import Goal
from cairn.mentorships.half import Half
from cairn.mentorships.hearing import Hearing
from cairn.mentorships.hot_seat import HotSeat
from cairn.mentorships.pledge import Pledge
from cairn.mentorships.sponsor_act import SponsorAct
from cairn.packs.past import days_ago
from cairn.people.vocabulary import code_of
from cairn.stories.adoption import Adoption
from cairn.stories.asked import Asked
from cairn.stories.asking import ask
from cairn.stories.flash import Flash
from cairn.stories.impact import Impact
from cairn.stories.live_answer import LiveAnswer
from cairn.stories.offering import offers_on
from cairn.stories.path_step import LUCK, SETBACK, STEP, PathStep
from cairn.stories.reply import Reply
from cairn.stories.role_model import RoleModel
from cairn.stories.served import choose
from cairn.stories.story import Story
from cairn.stories.upvote import Upvote

if TYPE_CHECKING:
    from cairn.meetings.meeting import Meeting
    from cairn.mentorships.mentorship import Mentorship
    from cairn.packs.living import Places
    from cairn.people.person import Person

TALKS = "Presenting"
PATH = (
    (STEP, "1998", "Behind the counter of a phone shop", "I explained contracts to people in a hurry."),
    (SETBACK, "2004", "Went blank in front of two hundred", "I left the stage after a minute."),
    (STEP, "2005", "Joined a speaking club", "Every Tuesday, seven minutes, for a year."),
    (LUCK, "2008", "My manager fell ill before the big talk", "Nobody else knew the slides."),
    (STEP, "2015", "Asked for the team nobody wanted", "It taught me to listen first."),
)
STARTED = "By accident: somebody had to explain it, and I was standing there."
HERS = (
    (STEP, "2009", "Drew what I wanted to exist", "Bus lines first. The city called a year later."),
    (SETBACK, "2013", "A product nobody used", "Eight months, eleven users. I had asked nobody."),
    (STEP, "2014", "Talked to five users every week", "I still do, also when I know the answer."),
)
POSTS = (
    "Before a talk I write down the one sentence people should repeat at lunch. If I cannot, I wait.",
    "Somebody asked how long I prepare. An hour for each minute, most of which goes into leaving out.",
)


def aim(pair: Mentorship, owner: Person, other: Person) -> None:
    """A goal on five levels, agreed and under way."""
    levels = (
        "I let others present my work", "I present with notes", "I present without notes",
        "People ask questions", "People act on it",
    )  # fmt: skip
    with days_ago(49):
        goal = Goal.set(pair, owner=owner, title="Speak so that people act", levels=levels, confidence=4)
        goal.agree(other)
    with days_ago(20):
        goal.rate(owner, 0)


def act(pair: Mentorship, owner: Person) -> None:
    """One thing done, one ahead."""
    with days_ago(34):
        first = Action.set(
            pair, owner=owner, when="When the Monday meeting ends", then="ask one person what stayed"
        )
    with days_ago(22):
        first.tick(owner)
        Action.set(
            pair, owner=owner, when="When I open my slides", then="write the one sentence first",
            due_on=clock.today() + timedelta(days=24),
        )  # fmt: skip


def sit(circle: Mentorship, owner: Person, meeting: Meeting) -> None:
    """A turn in the hot seat."""
    with clock.moved(to=meeting.starts_at):
        HotSeat.take(circle, by=owner, case="My team says yes and does nothing.", occasion=meeting.pk)


def write_round(circle: Mentorship, everybody: Sequence[Person]) -> None:
    """A round in writing, in its second step."""
    with days_ago(1):
        seat = HotSeat.take(circle, by=everybody[1], case="I talk too fast when it matters.", in_writing=True)
        Hearing.say(seat, by=everybody[1], words="Last week I finished ten minutes early, and nobody asked.")
        Hearing.say(seat, by=everybody[2], words="What were you afraid of?")


def promise(pair: Mentorship, person: Person) -> None:
    """No cancelling."""
    with days_ago(39):
        Pledge.give(pair, by=person)


def change(pair: Mentorship, person: Person) -> None:
    """What somebody does differently."""
    with days_ago(24):
        Change.tell(pair, by=person, words="Our stand-up is written now. Two people speak up who never did.")


def share(pair: Mentorship, meeting: Meeting, *, mine: int) -> None:
    """How the time was shared."""
    first, second = (member.person_id for member in pair.present())
    with clock.moved(to=meeting.ends_at):
        minutes = {first: mine, second: 40 - mine}
        Half.note(pair, by=pair.present()[0].person, occasion=meeting.pk, minutes=minutes)


def open_doors(pair: Mentorship, sponsor: Person, person: Person) -> None:
    """Two doors, one of which led somewhere."""
    with days_ago(36):
        first = SponsorAct.log(
            pair, by=sponsor, of=person, kind="introduced", words="To the head of research in Accra."
        )
    with days_ago(15):
        first.take_up(person)
        SponsorAct.log(pair, by=sponsor, of=person, kind="stage", words="Ten minutes at the all-hands.")


def answer_questions(places: Places) -> None:
    """Flash: one question held and used, one ahead."""
    amina = places.mentee("Amina Diallo").person
    with days_ago(24):
        held = _asked(amina, "How do I begin a talk without an apology?", "A joke. Nobody laughed.")
    if held:
        with clock.moved(to=held.meeting.ends_at + timedelta(minutes=5)):
            for person in (held.asker, held.expert):
                tap_held(held.meeting, person)
        held = Flash.objects.with_people().get(pk=held.pk)
        held.open_places.all().delete()
        with clock.moved(to=held.meeting.ends_at + timedelta(days=7)):
            Impact.ask(held)
            held.tell(amina, "I began with a question. Eleven people wrote to me afterwards.")
    _asked(places.mentee("Beatriz Costa").person, "How do I present numbers nobody likes?", "More charts.")
    _asked(amina, "Who should hear my draft before the all-hands?", "Only my sister so far.")


def _asked(asker: Person, question: str, tried: str) -> Flash | None:
    offer = next(iter(offers_on(asker, code_of(TALKS))), None)
    if offer is None:
        return None
    return ask(
        asker, expert=offer.expert, topic=code_of(TALKS), at=offer.starts_at, question=question, tried=tried
    )


def show_a_path(places: Places) -> None:
    """Aspirational: Bruno's path, a second one, and Amina who tries a step."""
    amina = places.mentee("Amina Diallo").person
    with days_ago(30):
        bruno = _path(places, "Bruno Ferreira", PATH, started=STARTED)
        mei = _path(places, "Mei Okafor", HERS, started="With a map of bus lines nobody had asked for.")
        Adoption.of(bruno.steps.get(title="Joined a speaking club"), by=amina)
    with days_ago(9):
        asked = Asked.put(bruno, by=amina, words="Were you afraid to go on stage again?", anonymous=True)
        other = Asked.put(bruno, by=places.mentee("Ana Ruiz").person, words="How long did it take you?")
        Upvote.turn(other, by=places.mentee("Grace Wanjiku").person)
    with days_ago(5):
        Reply.give(
            asked, by=bruno.person, words="Every time. I learned to arrive early and talk to three people."
        )
    for number, words in enumerate(POSTS):
        with days_ago(8 - 4 * number):
            Story.post(bruno, words)
    with days_ago(3):
        Story.post(mei, "I say no twice a week, kindly, and write down what it made room for.")
    at = (clock.now() + timedelta(days=16)).replace(hour=15, minute=0, second=0, microsecond=0)
    LiveAnswer.announce(bruno, at=at, title="Your questions about speaking")
    choose(amina)


def _path(
    places: Places, name: str, steps: Sequence[tuple[str, str, str, str]], *, started: str
) -> RoleModel:
    model = RoleModel.become(places.mentor(name))
    model.describe(
        started=started,
        advice="Say one thing in the next meeting, in the first five minutes.",
        experiences=["changed_field", "started_over"],
    )
    for kind, when, title, words in steps:
        PathStep.lay(model, kind=kind, when=when, title=title, words=words)
    model.show()
    return model
