"""Mentors one may find: the JSON twin of the People page."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field
from pydantic_core import to_json

from cairn.matching.directory import Wish, page_of_mentors

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
def mentors(request: HttpRequest, query: Query[MentorsQuery]) -> HttpResponse:
    """Mentors in the programmes one takes part in or coordinates, by name."""
    refuse_unknown(request, MentorsQuery)
    standing = request.standing  # type: ignore[attr-defined]  # set where the person is, who `signed_in` is
    wish = Wish(words=query.q, language=query.language, room=query.room)
    page = page_of_mentors(standing, wish=wish, number=query.page)
    said = {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "mentors": [_mentor(mentor, offers) for mentor, offers in page],
    }
    # Written as it is: checking ourselves against `Mentors` takes longer than the query; a test does it.
    return HttpResponse(to_json(said), content_type="application/json; charset=utf-8")


def refuse_unknown(request: HttpRequest, known: type[Schema]) -> None:
    """A misspelt parameter would otherwise be answered as if it had not been asked."""
    unknown = sorted(set(request.GET) - set(known.model_fields))
    if unknown:
        raise HttpError(422, f"Unknown parameter: {', '.join(unknown)}")


def _mentor(person: Any, offers: list[str]) -> dict[str, Any]:
    said = ("name", "pronouns", "headline", "languages")
    return {"id": person.pk, "offers": offers, **{field: getattr(person, field) for field in said}}
