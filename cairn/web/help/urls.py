"""Help, and who sees what."""

from django.urls import path

from cairn.web.help import pages

app_name = "help"

urlpatterns = [
    path("", pages.help_page, name="help"),
    path("who-sees-what/", pages.who_sees_what, name="who_sees_what"),
]
