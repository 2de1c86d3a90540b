"""Addresses of Together; one act each."""

from django.urls import path

from cairn.web.together import (
    actions,
    agreement,
    farewell,
    goals,
    leaving,
    listing,
    mentorship,
    resting,
    traits,
)

app_name = "together"

ONE = "<uuid:mentorship_id>/"
GOAL = ONE + "goals/<uuid:goal_id>/"
ACTION = ONE + "actions/<uuid:action_id>/"

urlpatterns = [
    path("", listing.together, name="together"),
    path(ONE, mentorship.mentorship, name="mentorship"),
    path(ONE + "agreement/", agreement.agreement, name="agreement"),
    path(ONE + "agreement/consent/", agreement.consent, name="consent"),
    path(ONE + "goals/", goals.new_goal, name="new_goal"),
    path(GOAL, goals.goal, name="goal"),
    path(GOAL + "level/", goals.goal_level, name="goal_level"),
    path(GOAL + "agreement/", goals.goal_agreement, name="goal_agreement"),
    path(GOAL + "beginning/", goals.goal_beginning, name="goal_beginning"),
    path(GOAL + "rest/", goals.goal_rest, name="goal_rest"),
    path(GOAL + "adjustment/", goals.goal_adjustment, name="goal_adjustment"),
    path(GOAL + "letting-go/", goals.goal_letting_go, name="goal_letting_go"),
    path(ONE + "actions/", actions.new_action, name="new_action"),
    path(ACTION + "done/", actions.action_done, name="action_done"),
    path(ACTION + "carried/", actions.action_carried, name="action_carried"),
    path(ACTION + "dropped/", actions.action_dropped, name="action_dropped"),
    path(ONE + "pause/", resting.pause, name="pause"),
    path(ONE + "pause/ending/", resting.pause_ending, name="pause_ending"),
    path(ONE + "exit/", leaving.leaving, name="leaving"),
    path(ONE + "going-on/", mentorship.going_on, name="going_on"),
    path(ONE + "closing/", mentorship.closing, name="closing"),
    path(ONE + "farewell/", farewell.farewell, name="farewell"),
    path(ONE + "pledge/", traits.pledge, name="pledge"),
    path(ONE + "changes/", traits.changes, name="changes"),
    path(ONE + "doors/", traits.doors, name="doors"),
    path(ONE + "doors/<uuid:act_id>/taken-up/", traits.door_taken_up, name="door_taken_up"),
    path(ONE + "seat/", traits.seat, name="seat"),
    path(ONE + "seat/<uuid:seat_id>/hearing/", traits.hearing, name="hearing"),
]
