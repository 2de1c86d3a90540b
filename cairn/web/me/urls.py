"""One's own page."""

from django.urls import path

from cairn.web.me import me

app_name = "me"

urlpatterns = [path("", me.me, name="me")]
