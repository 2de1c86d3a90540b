"""Founding a programme: the programme, its questions, and somebody who runs it, together."""

from typing import TYPE_CHECKING

from django.db import transaction

from cairn.journal import recording as journal
from cairn.programmes.coordination import Coordination
from cairn.programmes.programme import OPEN, Programme
from cairn.questions.question import QuestionSet

if TYPE_CHECKING:
    from cairn.people.person import Person


@transaction.atomic
def found(*, name: str, slug: str, by: "Person", purpose: str = "") -> Programme:
    """A new, open programme of the founder's organisation, which the founder coordinates."""
    home = by.organisation
    questions = QuestionSet.objects.create(organisation=home, name=name)
    made: Programme = Programme.objects.create(
        organisation=home, name=name, slug=slug, purpose=purpose, question_set=questions, state=OPEN
    )
    Coordination.objects.create(organisation=home, programme=made, person=by)
    journal.record("programme.founded", organisation=home, actor=by, subject=made)
    return made
