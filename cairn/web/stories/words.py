"""Codes of stories in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EXPERIENCES: dict[str, str | Promise] = {
    "first_in_family": _("first in the family to do this"),
    "career_break": _("came back after a break"),
    "changed_field": _("changed the field"),
    "moved_country": _("moved to another country"),
    "caring": _("cares for somebody"),
    "part_time": _("works part time"),
    "no_degree": _("has no degree"),
    "started_over": _("started over"),
}

KINDS: dict[str, str | Promise] = {"step": _("A step"), "setback": _("A setback"), "luck": _("Luck")}

#: The icon on each kind of stone.
SIGNS = {"step": "footprints", "setback": "cloud-rain", "luck": "clover"}
