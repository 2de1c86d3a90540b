"""Founding a programme: the programme, its questions, and somebody who runs it, together."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from cairn.journal import recording as journal
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import OPEN, Programme
from cairn.questions.question import QuestionSet

if TYPE_CHECKING:
    from cairn.accounts.organisation import Organisation
    from cairn.people.person import Person

#: The longest address, with room for a number behind it, and the one of a name in other letters.
LONGEST, UNSPELT = 50, "programme"


@transaction.atomic
def found(*, name: str, by: "Person", slug: str = "", purpose: str = "") -> Programme:
    """A new, open programme of the founder's organisation, which the founder coordinates. Its address follows
    from its name unless one is given.
    """
    home = by.organisation
    slug = slug or _free_slug(name, home)
    questions = QuestionSet.objects.create(organisation=home, name=name)
    made: Programme = Programme.objects.create(
        organisation=home, name=name, slug=slug, purpose=purpose, question_set=questions, state=OPEN
    )
    Coordination.objects.create(organisation=home, programme=made, person=by)
    journal.record("programme.founded", organisation=home, actor=by, subject=made)
    return made


def _free_slug(name: str, home: "Organisation") -> str:
    """An address nobody has: the name's, with the next number where it is taken."""
    plain = slugify(name)[:LONGEST].strip("-") or UNSPELT
    taken = set(Programme.objects.of(home).filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(slug for slug in numbered if slug not in taken)
