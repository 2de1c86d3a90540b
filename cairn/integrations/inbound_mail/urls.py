"""Where mail servers knock."""

from django.urls import path

from cairn.integrations.inbound_mail import webhook

app_name = "inbound_mail"

urlpatterns = [path("mail/", webhook.mail, name="mail")]
