"""Addresses of Talk; one act each."""

from django.urls import path

from cairn.web.talk import handing, manners, mending, reading, search, thread, threads, writing

app_name = "talk"

ONE = "<uuid:thread_id>/"
MESSAGE = "messages/<uuid:message_id>/"
PERSON = "people/<uuid:participant_id>/"

urlpatterns = [
    path("", threads.threads, name="threads"),
    path("search/", search.search_page, name="search"),
    path("read-marks/", manners.read_marks, name="read_marks"),
    path("files/<uuid:attachment_id>/", handing.attachment, name="attachment"),
    path(MESSAGE + "revision/", mending.revision, name="revision"),
    path(MESSAGE + "withdrawal/", mending.withdrawal, name="withdrawal"),
    path(PERSON + "block/", manners.block_person, name="block"),
    path(PERSON + "unblock/", manners.unblock_person, name="unblock"),
    path(ONE, thread.thread_page, name="thread"),
    path(ONE + "news/", thread.news, name="news"),
    path(ONE + "messages/", writing.messages_of, name="messages"),
    path(ONE + "draft/", writing.draft, name="draft"),
    path(ONE + "reading/", reading.reading, name="reading"),
    path(ONE + "quiet/", manners.quiet, name="quiet"),
]
