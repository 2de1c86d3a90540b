"""The root of what people see: every area keeps its own addresses."""

from django.urls import include, path

urlpatterns = [
    path("", include("cairn.web.shell.urls")),
    path("patterns/", include("cairn.web.patterns.urls")),
    path("help/", include("cairn.web.help.urls")),
    path("me/hours/", include("cairn.web.hours.urls")),
    path("me/", include("cairn.web.me.urls")),
    path("", include("cairn.web.calendar.urls")),
    path("", include("cairn.web.today.urls")),
    path("", include("cairn.web.meetings.urls")),
    path("together/", include("cairn.web.together.urls")),
    path("talk/", include("cairn.web.talk.urls")),
    path("safety/", include("cairn.web.safety.urls")),
    path("", include("cairn.web.directory.urls")),
    path("", include("cairn.web.answers.urls")),
    path("", include("cairn.web.asking.urls")),
    path("", include("cairn.web.stories.urls")),
    path("", include("cairn.web.notices.urls")),
    path("", include("cairn.web.caring.urls")),
    path("", include("cairn.web.desk.urls")),
]
