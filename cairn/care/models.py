"""The door: the nouns of this room that have tables."""

from cairn.care.answered import Answered, Remark
from cairn.care.asking import Asking
from cairn.care.health_reading import HealthReading
from cairn.care.rescue_act import RescueAct
from cairn.care.signal import Signal

__all__ = ["Answered", "Asking", "HealthReading", "Remark", "RescueAct", "Signal"]
