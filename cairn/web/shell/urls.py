"""The door, the demo, and what a visitor chooses about the page."""

from django.urls import path

from cairn.web.shell import choices, demo, home, sheet

app_name = "shell"

urlpatterns = [
    path("", home.home, name="home"),
    path("health/", home.health, name="health"),
    path("demo/", demo.demo, name="demo"),
    path("demo/<slug:who>/session/", demo.session, name="demo_session"),
    path("choices/language/", choices.language, name="language"),
    path("choices/theme/", choices.theme, name="theme"),
    path("favicon.ico", home.favicon, name="favicon"),
    path("look/<slug:name>.css", sheet.show, name="style_sheet"),
]
