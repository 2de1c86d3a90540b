"""The product's own addresses, and one bare view to measure them against."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(_request: HttpRequest) -> HttpResponse:
    """Answer what the smallest Django view answers: the cost of the server and the middleware alone."""
    return HttpResponse("bare", content_type="text/plain")


urlpatterns = [path("bare/", bare), path("", include("cairn.config.urls"))]
