"""One's own page."""

from django.urls import path

from cairn.web.me import formats, me

app_name = "me"

urlpatterns = [
    path("", me.me, name="me"),
    path("programmes/<uuid:place_id>/formats/", formats.formats, name="formats"),
]
