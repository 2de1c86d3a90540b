"""The patterns."""

from django.urls import path

from cairn.web.patterns import patterns

app_name = "patterns"

urlpatterns = [
    path("", patterns.patterns, name="patterns"),
    path("progress/", patterns.progress, name="progress"),
    path("echo/", patterns.echo, name="echo"),
]
