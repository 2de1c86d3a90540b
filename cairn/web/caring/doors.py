"""The doors of this area: what a coordinator may reach. Everything else does not exist for them (404)."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from cairn.care.signal import Signal
from cairn.people.person import Person
from cairn.programmes.programme import Programme


def programme_for(person: Person, slug: str) -> Programme:
    """A programme this person coordinates."""
    return get_object_or_404(Programme.objects.visible_to(person).select_related("organisation"), slug=slug)


def signal_for(person: Person, programme: Programme, signal_id: UUID) -> Signal:
    """A signal of theirs that the coordinator was told of, solved or not."""
    told = Signal.objects.for_lead(person).of_programme(programme).select_related("mentorship")
    return get_object_or_404(told, pk=signal_id)
