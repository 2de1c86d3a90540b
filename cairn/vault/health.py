"""Can what was sealed be opened, and is there room for more?"""

import os
import shutil

from django.conf import settings

from cairn.kernel.cipher import BadKey
from cairn.kernel.health import Health
from cairn.vault import master
from cairn.vault.key import OrganisationKey

LEAST_BYTES = 200 * 1024 * 1024


def keys() -> Health:
    """Organisation keys under a master key this installation does not have; vital."""
    try:
        name, _key = master.present()
    except BadKey:
        return Health("keys", "not-a-key", vital=True)
    past = OrganisationKey.objects.exclude(master=name).values_list("master", flat=True).distinct()
    missing = [one for one in past if not master.known(one)]
    return Health("keys", "missing" if missing else "", len(missing), vital=True)


def disk() -> Health:
    """A folder that can be written and has some room; `count` is the free space in MiB."""
    if not os.access(settings.DATA_DIR, os.W_OK):
        return Health("disk", "read-only")
    free = shutil.disk_usage(settings.DATA_DIR).free
    return Health("disk", "full" if free < LEAST_BYTES else "", free // 2**20)


CHECKS = (keys, disk)
