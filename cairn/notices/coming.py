"""What time alone brings and no journal tells: the day of an action has come.

It is a question to the room that owns the state, less what was told already, so a tick that comes late or
twice tells it once.
"""

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from cairn.accounts.organisation import Organisation
from cairn.kernel import clock
from cairn.mentorships.action import Action
from cairn.mentorships.steps import CLOSED
from cairn.notices.notice import Notice
from cairn.notices.outbox import put


def put_what_comes(organisation: Organisation) -> None:
    """Ask about the actions of one organisation whose day has come, on its clock."""
    for action in _due(organisation):
        put(action.owner, "action_check", topic=action.pk, mark=str(action.carried))


def _due(organisation: Organisation) -> QuerySet[Action]:
    """Open ones, asked about once for each time they were taken along."""
    due = Action.objects.of(organisation).open().filter(due_on__lte=clock.today(organisation.zone))
    told = Notice.objects.filter(kind="action_check", topic=OuterRef("pk"), mark=OuterRef("_mark"))
    found: QuerySet[Action] = (
        due.exclude(mentorship__state=CLOSED)
        .annotate(_mark=Cast("carried", CharField(max_length=60)))
        .filter(~Exists(told))
        .select_related("owner__organisation")
    )
    return found
