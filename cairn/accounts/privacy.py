"""What each field of the accounts is, and what export and erasure do with it."""

from cairn.kernel.privacy import FieldRule

PRIVACY = {
    "Organisation.id": FieldRule("P0", export="yes", erase="keep"),
    "Organisation.name": FieldRule("P0", export="yes", erase="keep"),
    "Organisation.slug": FieldRule("P0", export="yes", erase="keep"),
    "Organisation.zone": FieldRule("P0", export="no", erase="keep"),
    "Organisation.language": FieldRule("P0", export="no", erase="keep"),
    "Organisation.clock_shift": FieldRule("P0", export="no", erase="keep"),
    "Organisation.is_demo": FieldRule("P0", export="no", erase="keep"),
    "Account.id": FieldRule("P0", export="yes", erase="row"),
    "Account.email": FieldRule("P1", export="yes", erase="row"),
    "Account.password": FieldRule("P6", export="no", erase="row"),
    "Account.language": FieldRule("P1", export="yes", erase="row"),
    "Account.is_active": FieldRule("P1", export="yes", erase="row"),
    "Account.is_staff": FieldRule("P6", export="no", erase="row"),
    "Account.is_superuser": FieldRule("P6", export="no", erase="row"),
    "Account.joined_at": FieldRule("P1", export="yes", erase="row"),
    "Account.last_login": FieldRule("P1", export="yes", erase="row"),
    # Django's own groups and permissions, of use to operators only.
    "Account_groups.id": FieldRule("P0", export="no", erase="row"),
    "Account_groups.account": FieldRule("P6", export="no", erase="row"),
    "Account_groups.group": FieldRule("P6", export="no", erase="row"),
    "Account_user_permissions.id": FieldRule("P0", export="no", erase="row"),
    "Account_user_permissions.account": FieldRule("P6", export="no", erase="row"),
    "Account_user_permissions.permission": FieldRule("P6", export="no", erase="row"),
}
