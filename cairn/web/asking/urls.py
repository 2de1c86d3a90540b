"""Addresses of Ask; one act each."""

from django.urls import path

from cairn.web.asking import booked, giving, missing, question, slots, topics

app_name = "asking"

urlpatterns = [
    path("ask/", topics.ask, name="ask"),
    path("ask/topics/", topics.search, name="search"),
    path("ask/times/", slots.times, name="times"),
    path("ask/question/", question.question, name="question"),
    path("ask/giving/", giving.giving, name="giving"),
    path("ask/<uuid:flash_id>/", booked.flash, name="flash"),
    path("ask/<uuid:flash_id>/cancellation/", booked.cancellation, name="cancellation"),
    path("ask/<uuid:flash_id>/impact/", booked.impact, name="impact"),
    path("ask/<uuid:flash_id>/wish/", booked.wish, name="wish"),
    path("p/<slug:slug>/asked-for/", missing.missing, name="missing"),
]
