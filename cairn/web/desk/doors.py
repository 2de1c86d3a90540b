"""The doors of the desk: what a coordinator may reach. Everything else does not exist for them (404)."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from cairn.intake.upload import Upload
from cairn.matching.pairing import Pairing
from cairn.matching.publication import Publication
from cairn.matching.run import Run
from cairn.people.person import Person
from cairn.programmes.programme import Programme


def programme_for(person: Person, slug: str) -> Programme:
    """A programme this person coordinates."""
    return get_object_or_404(Programme.objects.visible_to(person).select_related("organisation"), slug=slug)


def upload_for(person: Person, slug: str, upload_id: UUID) -> Upload:
    """A file brought into one of their programmes."""
    return get_object_or_404(
        Upload.objects.visible_to(person), programme=programme_for(person, slug), pk=upload_id
    )


def run_for(person: Person, slug: str, number: int) -> Run:
    """A run of one of their programmes."""
    runs = Run.objects.visible_to(person).select_related("programme", "by")
    return get_object_or_404(runs, programme=programme_for(person, slug), number=number)


def pairing_for(person: Person, slug: str, number: int, pair_id: UUID) -> Pairing:
    """A pair of such a run, with both people."""
    pairings = Pairing.objects.visible_to(person).with_people()
    return get_object_or_404(pairings, run=run_for(person, slug, number), pk=pair_id)


def publication_for(person: Person, slug: str, publication_id: UUID) -> Publication:
    """A publication of one of their programmes."""
    publications = Publication.objects.visible_to(person).select_related("run", "by")
    return get_object_or_404(publications, programme=programme_for(person, slug), pk=publication_id)
