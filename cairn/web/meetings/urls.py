"""Addresses of meetings; one act each."""

from django.urls import path

from cairn.web.meetings import acts, gatherings, letters, meeting, regular, talking, times

app_name = "meetings"

ONE = "meetings/<uuid:meeting_id>/"

urlpatterns = [
    path("together/<uuid:mentorship_id>/times/", times.times, name="times"),
    path("together/<uuid:mentorship_id>/letters/", times.letters, name="letters"),
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/sessions/", gatherings.session, name="session"),
    path("gatherings/office-hours/", gatherings.office, name="office"),
    path("gatherings/office-hours/<uuid:office_id>/", gatherings.office_slot, name="office_slot"),
    path(ONE + "seat/", gatherings.seat, name="seat"),
    path(ONE, meeting.meeting, name="meeting"),
    path(ONE + "times/", times.moving, name="moving"),
    path(ONE + "booking/", acts.booking, name="booking"),
    path(ONE + "answer/", acts.answer, name="answer"),
    path(ONE + "cancellation/", acts.cancellation, name="cancellation"),
    path(ONE + "lateness/", acts.lateness, name="lateness"),
    path(ONE + "held/", acts.held, name="held"),
    path(ONE + "objection/", acts.objection, name="objection"),
    path(ONE + "absence/", acts.absence, name="absence"),
    path(ONE + "topics/", talking.topic, name="topic"),
    path(ONE + "topics/<uuid:item_id>/removal/", talking.topic_removal, name="topic_removal"),
    path(ONE + "cards/", talking.card, name="card"),
    path(ONE + "notes/", talking.note, name="note"),
    path(ONE + "notes/<uuid:note_id>/", talking.note_change, name="note_change"),
    path(ONE + "notes/<uuid:note_id>/removal/", talking.note_removal, name="note_removal"),
    path(ONE + "letters/", letters.letter, name="letter"),
    path(ONE + "series/", regular.regular, name="regular"),
    path(ONE + "series/ending/", regular.regular_end, name="regular_end"),
]
