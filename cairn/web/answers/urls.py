"""Answers from a mail, without signing in."""

from django.urls import path

from cairn.web.answers import answer

app_name = "answers"

urlpatterns = [path("answer/<str:token>/", answer.answer, name="answer")]
