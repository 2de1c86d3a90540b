"""The API: the pages' own reads for programs, signed in by the same session. OpenAPI at /api/openapi.json."""

from django.http import HttpRequest
from ninja import NinjaAPI

from cairn.api.mentors import router as mentors


def signed_in(request: HttpRequest) -> object | None:
    """Somebody of an organisation; an account that is nobody here gets 401 like a stranger."""
    return getattr(request, "person", None)


api = NinjaAPI(title="Cairn", version="1", auth=signed_in, docs_url=None)
api.add_router("/mentors", mentors)
