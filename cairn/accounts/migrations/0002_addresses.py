"""Accounts made before an address came with each get theirs, unproved."""

from django.db import migrations
from django.db.models import Exists, OuterRef

BATCH = 1000


def note_addresses(apps, schema_editor):
    """One row for each account without any; an account that has some keeps them as they are."""
    del schema_editor
    account = apps.get_model("accounts", "Account")
    address = apps.get_model("account", "EmailAddress")
    known = address.objects.filter(user=OuterRef("pk"))
    without = account.objects.filter(~Exists(known)).exclude(email="")
    rows = (address(user=each, email=each.email, primary=True) for each in without.iterator(BATCH))
    address.objects.bulk_create(rows, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(note_addresses, migrations.RunPython.noop)]
