"""What the engine asks about skills, answered from the taxonomy. Cells already hold codes, so nothing is
searched.
"""

from __future__ import annotations

from cairn.people.taxonomy.taxonomy import skills


class SkillTree:
    """The engine's Taxonomy protocol. A word of the organisation's own has no parent and is its own label."""

    def find(self, text: str) -> str | None:
        """Codes come in, codes go out."""
        return text or None

    def parent(self, code: str) -> str | None:
        """One step broader, or None at the top."""
        return skills().parent(code)

    def label(self, code: str) -> str:
        """The engine shows codes only; words are put to them when somebody reads."""
        return code
