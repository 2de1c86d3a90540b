"""What each field of the journal is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule

PRIVACY = {
    "Entry.id": FieldRule("P0", export="yes", erase="keep"),
    "Entry.organisation_id": FieldRule("P0", export="no", erase="keep"),
    "Entry.verb": FieldRule("P2", export="yes", erase="keep"),
    # Ids outlive the people they pointed to: the entry stays true and no longer names anybody.
    "Entry.actor_id": FieldRule("P2", export="yes", erase="keep"),
    "Entry.subject_kind": FieldRule("P0", export="yes", erase="keep"),
    "Entry.subject_id": FieldRule("P2", export="yes", erase="keep"),
    "Entry.data": FieldRule("P2", export="yes", erase="keep"),
    "Entry.privacy": FieldRule("P0", export="no", erase="keep"),
    "Entry.shift": FieldRule("P0", export="no", erase="keep"),
    "Entry.at": FieldRule("P2", export="yes", erase="keep"),
    "Errand.id": FieldRule("P0", export="no", erase="keep"),
    "Errand.entry": FieldRule("P0", export="no", erase="keep"),
    "Errand.reaction": FieldRule("P0", export="no", erase="keep"),
    "Errand.target": FieldRule("P2", export="no", erase="keep"),
    "Errand.owed_at": FieldRule("P0", export="no", erase="keep"),
    "Errand.due_at": FieldRule("P0", export="no", erase="keep"),
    "Errand.attempts": FieldRule("P0", export="no", erase="keep"),
    "Errand.leased_until": FieldRule("P0", export="no", erase="keep"),
    "Errand.done_at": FieldRule("P0", export="no", erase="keep"),
    "Errand.dropped_at": FieldRule("P0", export="no", erase="keep"),
    "Errand.fault": FieldRule("P0", export="no", erase="keep"),
    "Beat.name": FieldRule("P0", export="no", erase="keep"),
    "Beat.at": FieldRule("P0", export="no", erase="keep"),
}
