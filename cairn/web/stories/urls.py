"""Addresses of Stories; one act each."""

from django.urls import path

from cairn.web.stories import feed, following, mine, moderation, questions, reading

app_name = "stories"

MINE = "stories/mine/"
ONE = "stories/<uuid:role_model_id>/"
ASKED = "stories/questions/<uuid:asked_id>/"

urlpatterns = [
    path("stories/", feed.feed, name="feed"),
    path("stories/wishes/", feed.wishes, name="wishes"),
    path(MINE, mine.mine, name="mine"),
    path(MINE + "words/", mine.words, name="words"),
    path(MINE + "steps/", mine.steps, name="steps"),
    path(MINE + "steps/<uuid:step_id>/removal/", mine.removal, name="removal"),
    path(MINE + "showing/", mine.showing, name="showing"),
    path(MINE + "posts/", mine.posts, name="posts"),
    path(MINE + "live/", mine.live, name="live"),
    path(ONE, reading.path, name="path"),
    path(ONE + "following/", following.following, name="following"),
    path(ONE + "questions/", questions.question, name="question"),
    path(ONE + "seat/", following.seat, name="seat"),
    path("stories/steps/<uuid:step_id>/adoption/", following.adoption, name="adoption"),
    path(ASKED + "upvote/", questions.upvote, name="upvote"),
    path(ASKED + "reply/", questions.reply, name="reply"),
    path("p/<slug:slug>/stories/", moderation.shown, name="shown"),
    path("p/<slug:slug>/stories/taking-down/", moderation.taking_down, name="taking_down"),
]
