"""What one is asked, and a coordinator's care for a programme."""

from django.urls import path

from cairn.web.caring import bulk, checks, handover, journeys, rescue, timers

app_name = "caring"

urlpatterns = [
    path("checks/", checks.checks, name="checks"),
    path("checks/<uuid:asking_id>/", checks.check, name="check"),
    path("checks/<uuid:asking_id>/skipping/", checks.skipping, name="check-skipping"),
    path("p/<slug:slug>/rescue/", rescue.rescue, name="rescue"),
    path("p/<slug:slug>/rescue/many/", bulk.bulk, name="rescue-bulk"),
    path("p/<slug:slug>/rescue/<uuid:signal_id>/", rescue.case, name="rescue-case"),
    path("p/<slug:slug>/journeys/", journeys.journeys, name="journeys"),
    path("p/<slug:slug>/timers/", timers.timers, name="timers"),
    path("p/<slug:slug>/handover/", handover.handover, name="handover"),
]
