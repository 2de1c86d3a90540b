"""An organisation: the wall around everything people write."""

from django.db import models
from django.db.models.functions import Lower

from cairn.kernel import ids


class Organisation(models.Model):
    """A company, a charity, a school, or the open network. Rows of one are never seen from another.

    `clock_shift` is in seconds: the demo's time machine moves one organisation and leaves the others alone.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60)
    zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=16, default="en")
    clock_shift = models.BigIntegerField(default=0)
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(Lower("slug"), name="organisation_slug_is_unique"),)

    def __str__(self) -> str:
        return self.name
