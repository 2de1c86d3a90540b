"""Addresses of reports."""

from django.urls import path

from cairn.web.safety import leads, receipts, reporting

app_name = "safety"

urlpatterns = [
    path("report/", reporting.report, name="report"),
    path("receipt/", receipts.receipt, name="receipt"),
    path("reports/", leads.reports, name="reports"),
    path("passphrase/", leads.passphrase, name="passphrase"),
]
