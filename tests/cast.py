"""The cast: Amina seeks, Bruno mentors, Chen coordinates, Ada administers, Dara is a stranger.

Each function makes one of them, once; `cast()` makes all five around the programme First Steps.
"""

from dataclasses import dataclass

from cairn.accounts.account import Account
from cairn.accounts.organisation import Organisation
from cairn.people.person import Person
from cairn.people.role import ADMINISTRATOR, SAFEGUARDING, Role
from cairn.people.skill_claim import SkillClaim
from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import MENTEE, MENTOR, Enrolment
from cairn.programmes.programme import OPEN, Programme

PASSWORD = "five grey stones"


def organisation(slug: str = "lakeside", *, name: str = "Lakeside", is_demo: bool = False) -> Organisation:
    """Where the cast works."""
    made, _ = Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "is_demo": is_demo})
    return made


def person(name: str, *, at: Organisation | None = None, zone: str = "Europe/Berlin") -> Person:
    """Somebody with an account; the address is the first name's, in the organisation's domain."""
    home = at or organisation()
    email = f"{name.split(maxsplit=1)[0].lower()}@{home.slug}.example"
    found: Person | None = Person.objects.filter(organisation=home, email=email).first()
    if found:
        return found
    account = Account.objects.create_user(email, PASSWORD)
    made: Person = Person.objects.create(
        organisation=home, account=account, name=name, email=email, zone=zone, languages=["en"]
    )
    return made


def programme(
    slug: str = "first-steps", *, name: str = "First Steps", at: Organisation | None = None
) -> Programme:
    """The programme of the cast, open and not yet matched."""
    home = at or organisation()
    made: Programme
    made, _ = Programme.objects.get_or_create(
        organisation=home, slug=slug, defaults={"name": name, "state": OPEN}
    )
    return made


def enrol(who: Person, side: str, *, to: Programme | None = None, capacity: int = 1) -> Enrolment:
    """A place in the programme; once a side, as the table demands."""
    where = to or programme(at=who.organisation)
    made: Enrolment
    made, _ = Enrolment.objects.get_or_create(
        organisation=who.organisation, programme=where, person=who, side=side, defaults={"capacity": capacity}
    )
    return made


def claim(who: Person, side: str, *codes: str) -> None:
    """Skills offered or wanted, by code."""
    for code in codes:
        SkillClaim.objects.get_or_create(organisation=who.organisation, person=who, side=side, code=code)


def amina() -> Person:
    """Seeks: a mentee of First Steps who wants to speak in public."""
    who = person("Amina Diallo", zone="Africa/Lagos")
    claim(who, "wanted", "public-speaking")
    enrol(who, MENTEE)
    return who


def bruno() -> Person:
    """Mentors: a mentor of First Steps with room for two."""
    who = person("Bruno Ferreira", zone="Europe/Lisbon")
    claim(who, "offered", "public-speaking")
    enrol(who, MENTOR, capacity=2)
    return who


def chen() -> Person:
    """Coordinates First Steps."""
    who = person("Chen Wei", zone="Asia/Singapore")
    coordinate(who, programme())
    return who


def dara() -> Person:
    """A stranger: an account and a person, and nothing else."""
    return person("Dara Sok")


def ada() -> Person:
    """Administers the organisation."""
    who = person("Ada Okafor")
    Role.objects.get_or_create(organisation=who.organisation, person=who, role=ADMINISTRATOR)
    return who


def sara() -> Person:
    """Reads reports, and takes part in nothing."""
    who = person("Sara Lind")
    Role.objects.get_or_create(organisation=who.organisation, person=who, role=SAFEGUARDING)
    return who


def coordinate(who: Person, where: Programme) -> None:
    """Let somebody run a programme."""
    Coordination.objects.get_or_create(organisation=who.organisation, person=who, programme=where)


@dataclass(frozen=True)
class Cast:
    """All five."""

    amina: Person
    bruno: Person
    chen: Person
    dara: Person
    ada: Person


def cast() -> Cast:
    """Everybody, in First Steps."""
    return Cast(amina=amina(), bruno=bruno(), chen=chen(), dara=dara(), ada=ada())
