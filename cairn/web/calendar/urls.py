"""The page, its acts, and the address calendar programs ask."""

from django.urls import path

from cairn.web.calendar import feed, page

app_name = "calendar"

urlpatterns = [
    path("me/calendar/", page.page, name="page"),
    path("me/calendar/address/", page.address, name="address"),
    path("me/calendar/address/removal/", page.address_removal, name="address-removal"),
    path("me/calendar/<uuid:source_id>/removal/", page.source_removal, name="source-removal"),
    path("calendar/<str:token>.ics", feed.feed, name="feed"),
]
