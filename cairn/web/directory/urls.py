"""The list of mentors; its JSON twin stands in api."""

from django.urls import path

from cairn.web.directory import mentors

app_name = "directory"

urlpatterns = [path("people/", mentors.mentors, name="mentors")]
