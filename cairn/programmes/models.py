"""The door of the room."""

from cairn.programmes.coordination import Coordination
from cairn.programmes.enrolment import Clearance, Departure, Enrolment
from cairn.programmes.programme import Programme, ProgrammeSettings

__all__ = ["Clearance", "Coordination", "Departure", "Enrolment", "Programme", "ProgrammeSettings"]
