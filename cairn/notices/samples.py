"""Sample data for every message, so that each can be looked at before anybody gets it."""

from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cairn.kernel.text import first_name_of, isolated
from cairn.notices.told_samples import told


def sample(kind: str) -> dict[str, Any]:
    """What a message of this kind needs, in the language that is active."""
    if kind.startswith("match_"):
        return _match(kind)
    return dict(_SIGN_IN[kind]) if kind in _SIGN_IN else told(kind)


def _match(kind: str) -> dict[str, Any]:
    amina = _person("Amina Okafor", _("Two years in support, on the way to data"))
    bruno = _person("Bruno Keller", _("Data engineer in Zürich"), pronunciation="BROO-no")
    you, other = (bruno, amina) if kind == "match_mentor" else (amina, bruno)
    home = settings.BASE_URL
    return {
        "you": first_name_of(you.name),
        "other": other,
        "their_name": isolated(first_name_of(other.name)),
        "other_name": isolated(other.name),
        "other_email": other.email,
        "programme": _("First Steps"),
        "card": _card(),
        "follows": False,
        "accept_url": f"{home}/answer/sample-yes/",
        "decline_url": f"{home}/answer/sample-no/",
        "link": f"{home}/today/",
        **({"times": _times()} if kind == "match_begun" else {}),
    }


def _times() -> list[tuple[str, str]]:
    days = ("Tuesday 24 November, 12:00", "Wednesday 25 November, 17:30", "Friday 27 November, 09:00")
    return [(day, f"{settings.BASE_URL}/answer/sample-{number}/") for number, day in enumerate(days)]


def _person(name: str, headline: str, *, pronunciation: str = "") -> SimpleNamespace:
    email = f"{first_name_of(name).lower()}@example.org"
    return SimpleNamespace(
        name=name, headline=headline, pronouns="", pronunciation=pronunciation, email=email
    )


def _card() -> SimpleNamespace:
    return SimpleNamespace(
        strength="strong",
        strength_label=_("A strong match"),
        reasons=(
            _("What one offers is what the other wants: SQL and Python"),
            _("You share 3 hours of free time a week, such as Tuesday 18:00–19:00"),
            _("You both speak English"),
        ),
        difference=_("You work in different fields"),
        question=_("Which of your mistakes taught you most?"),
    )


_CODE = {"you": "", "code": "K7PM-3XWQ"}
_SIGN_IN: dict[str, dict[str, Any]] = {
    "sign_in_code": {**_CODE, "link": f"{settings.BASE_URL}/accounts/login/code/confirm/"},
    "confirm_address": _CODE,
    "reset_password": {"you": "", "link": f"{settings.BASE_URL}/accounts/password/reset/"},
    "unknown_address": {"you": "", "link": f"{settings.BASE_URL}/accounts/signup/"},
    "known_address": {"you": "", "link": f"{settings.BASE_URL}/accounts/password/reset/"},
}
