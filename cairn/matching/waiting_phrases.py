"""Why somebody is left over: one sentence for each engine code, to a coordinator. A test fails for a code
without one; placeholders are the reason's own values.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

WAITING: dict[str, str | Promise] = {
    "all_full": ngettext_lazy(
        "One mentor would fit, and is full", "All %(count)s mentors who would fit are full", "count"
    ),
    "low_fit": ngettext_lazy(
        "The one possible mentor stays below the minimum fit",
        "The best of %(count)s possible mentors stays below the minimum fit",
        "count",
    ),
    "no_mentor_offers": _("Wants %(skills)s, which no mentor offers"),
    "not_offered_otherwise": _("Wants %(skills)s, which the mentors who would fit do not offer"),
    "missing_cell": _("Not filled in, so a condition cannot be checked: %(column)s"),
    "no_shared_language": _("Speaks %(languages)s; the mentors who would fit do not"),
    "no_shared_hours": _(
        "Shares at most %(hours)s a week with a mentor who would fit; the rules ask for %(needed_hours)s"
    ),
    "no_hours_at_all": _("Free at other times than the mentors who would fit"),
    "same_line": _("The only mentors who would fit are in the same reporting line"),
    "excluded": _("The only mentors who would fit are kept apart"),
    "untrained": ngettext_lazy(
        "One mentor would fit once the training is done",
        "%(count)s mentors would fit once their training is done",
        "count",
    ),
    "not_trained": _("The mentee’s own training is not done yet"),
    "no_capacity": ngettext_lazy(
        "One mentor would fit but has no room", "%(count)s mentors would fit but have no room", "count"
    ),
    "already_paired": _("The only mentors who would fit have been a pair with this person before"),
    "no_circle": _("No circle of enough people came together around a mentor who would fit"),
    "oneself": _("The only mentor who would fit is the same person"),
    "rule_unmet": ngettext_lazy(
        "One mentor would fit without the rule “%(rule)s”",
        "%(count)s mentors would fit without the rule “%(rule)s”",
        "count",
    ),
    "several_missing": ngettext_lazy(
        "Every mentor misses at least one condition, most often: %(rules)s",
        "Every mentor misses at least %(missing)s conditions, most often: %(rules)s",
        "missing",
    ),
    "nobody_there": _("There are no mentors yet"),
}
