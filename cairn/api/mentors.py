"""Mentors one may find: the JSON twin of the People page."""

from typing import Annotated, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field

from cairn.matching.directory import Wish, mentors_for, offers_of

PER_PAGE = 24

router = Router(tags=["mentors"])


class MentorsQuery(Schema):
    """What is looked for. Unknown parameters are refused, not ignored."""

    q: Annotated[str, Field(max_length=100)] = ""
    language: Annotated[str, Field(max_length=8)] = ""
    room: bool = False
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


class Mentor(Schema):
    """A mentor as other participants see them: profile only, no way to reach them."""

    id: UUID
    name: str
    pronouns: str
    headline: str
    languages: list[str]
    offers: list[str]


class Mentors(Schema):
    """One page; `count` is over all pages."""

    count: int
    page: int
    pages: int
    mentors: list[Mentor]


@router.get("", response=Mentors, url_name="mentors")
def mentors(request: HttpRequest, query: Query[MentorsQuery]) -> dict[str, Any]:
    """Mentors in the programmes one takes part in or coordinates, by name."""
    refuse_unknown(request, MentorsQuery)
    person = request.person  # type: ignore[attr-defined]  # set by the middleware, promised by `signed_in`
    wish = Wish(words=query.q, language=query.language, room=query.room)
    page = Paginator(mentors_for(person, wish=wish), PER_PAGE).get_page(query.page)
    people = list(page.object_list)
    offers = offers_of(people)
    shown = [_mentor(each, offers.get(each.pk, [])) for each in people]
    return {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "mentors": shown,
    }


def refuse_unknown(request: HttpRequest, known: type[Schema]) -> None:
    """A misspelt parameter would otherwise be answered as if it had not been asked."""
    unknown = sorted(set(request.GET) - set(known.model_fields))
    if unknown:
        raise HttpError(422, f"Unknown parameter: {', '.join(unknown)}")


def _mentor(person: Any, offers: list[str]) -> dict[str, Any]:
    said = ("name", "pronouns", "headline", "languages")
    return {"id": person.pk, "offers": offers, **{field: getattr(person, field) for field in said}}
