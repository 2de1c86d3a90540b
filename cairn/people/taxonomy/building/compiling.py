"""All sources together, in the order in which they own a spelling."""

from pathlib import Path

from cairn.people.taxonomy.building import esco, onet, own
from cairn.people.taxonomy.building.entry import Gathering


def skills_from(*, onet_folder: Path, esco_folder: Path) -> list[str]:
    """The lines of `skills.tsv`: everyday words first, then O*NET, then ESCO with its many phrases."""
    gathering = Gathering()
    own.gather_everyday(gathering)
    onet.gather_technology(gathering, onet_folder)
    own.gather_spellings(gathering)
    onet.gather_elements(gathering, onet_folder)
    esco.gather_skills(gathering, esco_folder)
    own.gather_parents(gathering)
    return gathering.lines()


def roles_from(*, onet_folder: Path, esco_folder: Path) -> list[str]:
    """The lines of `roles.tsv`."""
    gathering = Gathering()
    own.gather_families(gathering)
    onet.gather_occupations(gathering, onet_folder)
    esco.gather_occupations(gathering, esco_folder)
    return gathering.lines()
