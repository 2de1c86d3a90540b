"""The root of all addresses: what people see, and what programs call."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("cairn.api.urls")),
    path("hooks/", include("cairn.integrations.inbound_mail.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("cairn.web.urls")),
]

handler500 = "cairn.web.shell.outage.broken"
