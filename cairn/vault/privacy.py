"""What each field of the vault is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule

PRIVACY = {
    "OrganisationKey.organisation_id": FieldRule("P0", export="no", erase="keep"),
    "OrganisationKey.master": FieldRule("P6", export="no", erase="keep"),
    "OrganisationKey.wrapped": FieldRule("P6", export="no", erase="keep"),
    "Key.id": FieldRule("P0", export="no", erase="keep"),
    "Key.organisation_id": FieldRule("P0", export="no", erase="keep"),
    "Key.owner": FieldRule("P2", export="no", erase="keep"),
    "Key.wrapped": FieldRule("P6", export="no", erase="key"),
    "Key.made_at": FieldRule("P0", export="no", erase="keep"),
    # The empty row is the proof that the key was dropped, and when.
    "Key.forgotten_at": FieldRule("P2", export="no", erase="keep"),
    "StoredFile.id": FieldRule("P0", export="yes", erase="row"),
    "StoredFile.organisation_id": FieldRule("P0", export="no", erase="row"),
    "StoredFile.owner": FieldRule("P2", export="yes", erase="row"),
    "StoredFile.name": FieldRule("P3", export="yes", erase="key"),
    "StoredFile.kind": FieldRule("P1", export="yes", erase="row"),
    "StoredFile.size": FieldRule("P1", export="yes", erase="row"),
    "StoredFile.at": FieldRule("P1", export="yes", erase="row"),
}
