"""Today, and the two answers to a card."""

from django.urls import path

from cairn.web.today import answering, today

app_name = "today"

urlpatterns = [
    path("today/", today.today, name="today"),
    path("proposals/<uuid:proposal_id>/acceptance/", answering.acceptance, name="acceptance"),
    path("proposals/<uuid:proposal_id>/decline/", answering.decline, name="decline"),
]
