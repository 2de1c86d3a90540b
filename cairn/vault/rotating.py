"""Rotating the master key: every organisation's key is put under the present one; content stays untouched."""

from django.db import transaction

from cairn.vault import master
from cairn.vault.key import OrganisationKey


def rotate() -> int:
    """Rewrap what stands under an older master key; how many. Safe to stop and to run again."""
    name, _key = master.present()
    count = 0
    for organisation_id in OrganisationKey.objects.exclude(master=name).values_list("pk", flat=True):
        with transaction.atomic():
            row = OrganisationKey.objects.select_for_update().get(pk=organisation_id)
            row.rewrap()
        count += 1
    return count
