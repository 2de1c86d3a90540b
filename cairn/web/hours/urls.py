"""Addresses of one's own hours; one act each."""

from django.urls import path

from cairn.web.hours import hours

app_name = "hours"

urlpatterns = [
    path("", hours.hours, name="hours"),
    path("week/", hours.week, name="week"),
    path("habits/", hours.habits, name="habits"),
    path("days-off/", hours.days_off, name="days_off"),
    path("more/", hours.more_hours, name="more_hours"),
    path("usual/", hours.usual, name="usual"),
]
