"""Notices, habits, and samples of letters."""

from django.urls import path

from cairn.web.notices import habits, notices, previews

app_name = "notices"

urlpatterns = [
    path("notices/", notices.notices, name="notices"),
    path("notices/seen/", notices.seen, name="seen"),
    path("notices/<uuid:notice_id>/opening/", notices.opening, name="opening"),
    path("me/notices/", habits.habits, name="habits"),
    path("notices/preview/", previews.previews, name="previews"),
    path("notices/preview/<slug:kind>/", previews.preview, name="preview"),
    path("notices/preview/<slug:kind>/mail/", previews.mail, name="preview-mail"),
]
