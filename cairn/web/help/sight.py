"""Who sees what, as the page tells it. The promise behind it is the policy that tests replay."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VIEWERS = (_("You"), _("Your partner"), _("Your coordinator"), _("Administrators"))
YES, NO = _("sees"), _("–")


class Row(NamedTuple):
    """One kind of thing, and what each viewer sees of it."""

    thing: str | Promise
    seen: tuple[str | Promise, ...]


ROWS = (
    Row(_("Name, pronouns, headline, skills, free hours"), (YES, YES, YES, YES)),
    Row(_("Your e-mail address"), (YES, _("once you both agree"), YES, YES)),
    Row(_("That you two are matched, and when you meet"), (YES, YES, YES, _("numbers only"))),
    Row(_("Goals"), (YES, YES, _("those you share"), _("numbers only"))),
    Row(_("Why you said no to somebody"), (YES, NO, _("never with your words"), NO)),
    Row(_("What you write to each other"), (YES, YES, _("that you write, never what"), NO)),
    Row(
        _("What you tell us about your gender, age or background"),
        (_("sees, changes, takes back"), NO, NO, _("sums of ten or more people")),
    ),
)
