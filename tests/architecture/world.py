"""Two organisations with everything an address can name, and one principal of every kind."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from cairn.accounts.account import Account
from cairn.care.asking import Asking
from cairn.care.signal import Signal
from cairn.conversations.parcel import packed
from cairn.conversations.thread import Thread
from cairn.intake.receiving import receive
from cairn.intake.upload import Upload
from cairn.integrations.busy_ics.source import BusySource
from cairn.kernel import clock, ids
from cairn.matching.making import Making
from cairn.matching.proposal import Proposal
from cairn.matching.publication import Publication
from cairn.matching.rulebook import rules_of
from cairn.matching.run import Run
from cairn.matching.running import make_run
from cairn.meetings.agenda import add
from cairn.meetings.booking import book
from cairn.meetings.noting import jot
from cairn.meetings.proposing import people_of
from cairn.meetings.receiving import keep_office
from cairn.mentorships.action import Action
from cairn.mentorships.goal import Goal
from cairn.mentorships.hot_seat import HotSeat
from cairn.mentorships.mentorship import Mentorship
from cairn.mentorships.sponsor_act import SponsorAct
from cairn.notices.outbox import put
from cairn.people.person import Person
from cairn.people.role import ADMINISTRATOR, Role
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import MENTEE, MENTOR
from cairn.programmes.programme import Programme
from cairn.stories.asked import Asked
from cairn.stories.asking import ask
from cairn.stories.offering import offers_on
from cairn.stories.path_step import SETBACK, STEP, PathStep
from cairn.stories.role_model import RoleModel
from cairn.web import policy
from tests import cast

# Which parts of an address name which record; the others only choose how it is shown.
NAMED_BY = {
    "programme": {"slug"},
    "upload": {"upload_id"},
    "person": {"enrolment_id"},
    "place": {"place_id"},
    "run": {"number", "making_id"},
    "pair": {"pair_id"},
    "publication": {"publication_id"},
    "proposal": {"proposal_id"},
    "mentorship": {"mentorship_id"},
    "signal": {"signal_id"},
    "asking": {"asking_id"},
    "meeting": {"meeting_id"},
    "office": {"office_id"},
    "goal": {"goal_id"},
    "action": {"action_id"},
    "flash": {"flash_id"},
    "role model": {"role_model_id"},
    "step": {"step_id"},
    "question": {"asked_id"},
    "coordination": {"coordination_id"},
    "source": {"source_id"},
    "notice": {"notice_id"},
    "thread": {"thread_id"},
    "message": {"message_id"},
    "attachment": {"attachment_id"},
    "participant": {"participant_id"},
}
NOWHERE: dict[str, object] = {
    "slug": "no-such-programme",
    "number": 4711,
    **{name: uuid.UUID(int=4711) for names in NAMED_BY.values() for name in names if name.endswith("_id")},
}


FILE = b"name,email,wants\nKofi Mensah,kofi@elsewhere.example,public speaking\n"


@dataclass
class Place:
    """One organisation with a programme: matched, published once, and about to be published again."""

    programme: Programme
    parts: dict[str, object] = field(default_factory=dict)


@dataclass
class World:
    """Ours and a foreign one; `accounts` by the names of policy.PRINCIPALS, None for nobody."""

    ours: Place
    foreign: Place
    accounts: dict[str, Account | None]

    def parts(self, refers: str, *, of: str = "ours") -> dict[str, object]:
        """What fills an address: ours, but for the named record a "foreign" one or one that is "nowhere"."""
        other = {"ours": self.ours.parts, "foreign": self.foreign.parts, "nowhere": NOWHERE}[of]
        names = NAMED_BY.get(refers, set())
        if refers == "run" and of == "foreign":
            names = names | {"slug"}  # runs are numbered within their programme, so theirs has to come along
        return {**self.ours.parts, **{name: other[name] for name in names}}


def build() -> World:
    """Everything, once."""
    coordinator = cast.chen()
    mentee, mentor, other_mentee = cast.amina(), cast.bruno(), cast.person("Emeka Obi")
    cast.enrol(other_mentee, MENTEE)
    ours = place(cast.programme(), mentee=mentee, mentor=mentor, by=coordinator)
    other = cast.person("Farah Haddad")
    cast.coordinate(other, cast.programme("second-steps", name="Second Steps"))
    stranger, suspended = cast.dara(), cast.person("Goran Ilic")
    Account.objects.filter(email=suspended.email).update(is_active=False)
    foreign, foreign_administrator = elsewhere()
    people = {
        policy.SUSPENDED: suspended,
        policy.STRANGER: stranger,
        policy.MENTEE: mentee,
        policy.MENTOR: mentor,
        policy.OTHER_MENTEE: other_mentee,
        policy.COORDINATOR: coordinator,
        policy.OTHER_COORDINATOR: other,
        policy.ADMINISTRATOR: cast.ada(),
        policy.SAFEGUARDING_LEAD: cast.sara(),
        policy.FOREIGN_ADMINISTRATOR: foreign_administrator,
    }
    accounts = {name: Account.objects.get(email=str(person.email)) for name, person in people.items()}
    return World(ours, foreign, {policy.ANONYMOUS: None, **accounts})


def elsewhere() -> tuple[Place, Person]:
    """Another organisation, whose administrator must never see ours."""
    home = cast.organisation("hillside", name="Hillside")
    mentee, mentor = cast.person("Hana Sato", at=home), cast.person("Ivo Novak", at=home)
    administrator = cast.person("Jun Park", at=home)
    Role.objects.create(organisation=home, person=administrator, role=ADMINISTRATOR)
    programme = cast.programme("hill-steps", name="Hill Steps", at=home)
    cast.coordinate(administrator, programme)
    cast.enrol(mentee, MENTEE, to=programme)
    cast.enrol(mentor, MENTOR, to=programme)
    return place(programme, mentee=mentee, mentor=mentor, by=administrator), administrator


def place(programme: Programme, *, mentee: Person, mentor: Person, by: Person) -> Place:
    """Match the two, publish them, and stand ready to publish again."""
    run = make_run(programme, by=by)
    Publication.prepare(run, by=by).send()
    proposal = Proposal.objects.of_programme(programme).get(mentee__person=mentee, mentor__person=mentor)
    waiting = Publication.prepare(run, by=by)
    making = Making.ask(programme, by=by, book=rules_of(programme))
    upload = receive(programme=programme, side=MENTEE, by=by, name="Lakeside.csv", content=FILE)
    parts = _parts(run, proposal, waiting, upload, making)
    parts |= stories(programme, mentee=mentee, mentor=mentor, by=by)
    parts |= office(programme, host=mentor)
    parts |= together(programme, mentee=mentee, mentor=mentor)
    parts |= care(programme, parts["mentorship_id"], mentee=mentee)
    return Place(programme, {**parts, **talk(parts["mentorship_id"], mentee=mentee, mentor=mentor)})


def care(programme: Programme, mentorship_id: object, *, mentee: Person) -> dict[str, object]:
    """A signal that a coordinator was told of, and a question the mentee is asked."""
    now = clock.now()
    of = {"organisation": programme.organisation, "mentorship_id": mentorship_id}
    told = {"raised_at": now, "pair_told_at": now, "lead_told_at": now}
    asked = {"made_at": now, "due_at": now, "lapses_at": now + timedelta(days=14)}
    signal = Signal.objects.create(**of, programme=programme, code="W3", **told)
    asking = Asking.objects.create(
        **of, person=mentee, instrument="sc3", moment="meeting", side=MENTEE, **asked
    )
    return {"signal_id": signal.pk, "asking_id": asking.pk}


def talk(mentorship_id: Any, *, mentee: Person, mentor: Person) -> dict[str, object]:
    """What the mentee wrote in their thread, with a file to it."""
    thread = Thread.objects.get(origin=mentorship_id)
    file = packed(b"%PDF-1.7", name="plan.pdf")
    message = thread.post(mentee, "Lakeside", client_id=ids.new(), files=[file])
    return {
        "thread_id": thread.pk,
        "message_id": message.pk,
        "attachment_id": message.attachments.get().pk,
        "participant_id": thread.parts.get(person=mentor).pk,
    }


def stories(programme: Programme, *, mentee: Person, mentor: Person, by: Person) -> dict[str, object]:
    """The same two once more, where single questions are answered and paths are shown."""
    telling = cast.programme(f"{programme.slug}-3", name="Telling", at=programme.organisation)
    telling.choose_formats(["flash", "aspirational"], by=None)
    cast.coordinate(by, telling)
    cast.enrol(mentee, MENTEE, to=telling)
    cast.enrol(mentor, MENTOR, to=telling)
    cast.claim(mentor, "offered", "public-speaking")
    offer = offers_on(mentee, "public-speaking")[0]
    flash = ask(
        mentee, expert=offer.expert, topic="public-speaking", at=offer.starts_at, question="How do I begin?"
    )
    model = RoleModel.become(offer.expert)
    model.describe(started="At the counter.", advice="Ask.")
    setback = PathStep.lay(model, kind=SETBACK, title="Went blank")
    step = PathStep.lay(model, kind=STEP, title="Joined a speaking club")
    model.show()
    return {
        "flash_id": flash.pk,
        "role_model_id": setback.role_model_id,
        "step_id": step.pk,
        "asked_id": Asked.put(model, by=mentee, words="Were you afraid?").pk,
    }


def together(programme: Programme, *, mentee: Person, mentor: Person) -> dict[str, object]:
    """A mentorship of the same two in a programme beside it, with something of everything in it."""
    beside = cast.programme(f"{programme.slug}-2", name="Beside", at=programme.organisation)
    mentorship = Mentorship.begin(
        mentor=cast.enrol(mentor, MENTOR, to=beside),
        mentee=cast.enrol(mentee, MENTEE, to=beside),
        origin=ids.new(),
    )
    goal = Goal.set(mentorship, owner=mentee, title="Speak in public")
    return {
        "mentorship_id": mentorship.pk,
        **meetings(mentorship, mentee=mentee),
        "goal_id": goal.pk,
        "action_id": Action.set(mentorship, owner=mentee, then="Ask one question").pk,
        "act_id": SponsorAct.log(mentorship, by=mentor, of=mentee, kind="introduced").pk,
        "seat_id": HotSeat.take(mentorship, by=mentee, in_writing=True).pk,
    }


def office(programme: Programme, *, host: Person) -> dict[str, object]:
    """The mentor's office hours."""
    kept = keep_office(programme, host=host, weekday=2, start=600, end=660, minutes=20, per_week=2)
    return {"office_id": kept.pk}


def meetings(mentorship: Mentorship, *, mentee: Person) -> dict[str, object]:
    """What they have booked, with a topic and a note in it."""
    at = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=9)
    people = people_of(mentorship)
    meeting = book(people=people, at=at, minutes=30, by=mentee, mentorship=mentorship, anywhen=True)
    return {
        "meeting_id": meeting.pk,
        "item_id": add(meeting, mentee, "My first talk").pk,
        "note_id": jot(meeting, mentee, "Breathe", shared=True).pk,
    }


def _parts(
    run: Run, proposal: Proposal, waiting: Publication, upload: Upload, making: Making
) -> dict[str, object]:
    return {
        "slug": run.programme.slug,
        "number": run.number,
        "pair_id": run.pairings.get(mentee=proposal.mentee_id).pk,
        "publication_id": waiting.pk,
        "proposal_id": proposal.pk,
        "enrolment_id": proposal.mentee_id,
        "place_id": proposal.mentee_id,
        "upload_id": upload.pk,
        "making_id": making.pk,
        "source_id": BusySource.add(proposal.mentee.person, "https://calendar.example.org/a.ics").pk,
        "coordination_id": Coordination.objects.filter(programme=run.programme).earliest("since").pk,
        "notice_id": put(proposal.mentee.person, "match_awaits", topic=proposal.pk).pk,
    }
