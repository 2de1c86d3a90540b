"""The feed: the role models somebody may see, in the order that suits them and forgets nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.kernel import clock
from cairn.people.skill_claim import OFFERED, WANTED, skills_for
from cairn.programmes.enrolment import Enrolment
from cairn.stories.follow import Follow
from cairn.stories.looking import looked_for
from cairn.stories.ranking import Facts, floor_of, ranked, score
from cairn.stories.role_model import RoleModel
from cairn.stories.story import Story

if TYPE_CHECKING:
    from cairn.people.person import Person

MOST_AGE = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Shown:
    """One role model in the feed, with their newest post, and whether the reader follows them."""

    role_model: RoleModel
    story: Story | None
    followed: bool


def feed_for(person: Person, *, shown: Mapping[UUID, int]) -> list[Shown]:
    """Everybody shown, best first; seven queries whatever their number."""
    models = {each.pk: each for each in _models(person)}
    newest = _newest(models)
    scores = _scores(person, models, newest)
    followed = set(Follow.objects.filter(person=person).values_list("role_model_id", flat=True))
    order = ranked(scores, shown=shown, everybody=models)
    return [Shown(models[each], next(iter(newest[each]), None), each in followed) for each in order]


def stories_for(person: Person, *, shown: Mapping[UUID, int]) -> list[Story]:
    """Posts of the last four weeks for somebody's digest: of those they follow, and of whoever is shown too
    little.
    """
    models = {each.pk: each for each in _models(person)}
    newest = _newest(models)
    scores = _scores(person, models, newest)
    floor = floor_of([shown.get(each, 0) for each in models])
    followed = set(Follow.objects.filter(person=person).values_list("role_model_id", flat=True))
    wanted = {each: value for each, value in scores.items() if each in followed or shown.get(each, 0) < floor}
    order = ranked(wanted, shown=shown, everybody=models)
    return [story for each in order for story in newest[each]]


def _models(person: Person) -> list[RoleModel]:
    seen = RoleModel.objects.visible_to(person).shown().exclude(person=person)
    return list(seen.with_people())


def _newest(models: Iterable[UUID]) -> dict[UUID, list[Story]]:
    """Posts of the last four weeks, newest first, by role model."""
    found: dict[UUID, list[Story]] = defaultdict(list)
    recent = Story.objects.standing().filter(
        role_model__in=list(models), posted_at__gte=clock.now() - MOST_AGE
    )
    for story in recent.select_related("role_model__person"):
        found[story.role_model_id].append(story)
    return found


def _scores(
    person: Person, models: Mapping[UUID, RoleModel], newest: Mapping[UUID, list[Story]]
) -> dict[UUID, float]:
    claims = skills_for([person, *(each.person_id for each in models.values())])
    levels = _levels(person, models.values())
    looking, now = frozenset(looked_for(person)), clock.now()
    return {
        pk: score(
            Facts(
                wanted=frozenset(each.code for each in claims.get(person.pk, ()) if each.side == WANTED),
                offered=frozenset(
                    each.code for each in claims.get(model.person_id, ()) if each.side == OFFERED
                ),
                levels=levels.get(pk),
                looked_for=looking,
                lived=frozenset(model.experiences),
                days=(now - newest[pk][0].posted_at) / timedelta(days=1) if newest.get(pk) else None,
            )
        )
        for pk, model in models.items()
    }


def _levels(person: Person, models: Iterable[RoleModel]) -> dict[UUID, int]:
    """How many levels each stands above the reader, where both said theirs."""
    models = list(models)
    people = [person.pk, *(each.person_id for each in models)]
    rows = Enrolment.objects.present().filter(
        person__in=people, programme__in={each.programme_id for each in models}, level__isnull=False
    )
    said = {(row.programme_id, row.person_id): row.level or 0 for row in rows}
    return {
        each.pk: said[each.programme_id, each.person_id] - said[each.programme_id, person.pk]
        for each in models
        if (each.programme_id, each.person_id) in said and (each.programme_id, person.pk) in said
    }
