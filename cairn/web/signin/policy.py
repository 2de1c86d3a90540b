"""Who may come in at django-allauth's pages: the doors are for everybody, one's own account for oneself."""

from cairn.web.policy import EVERYBODY, SIGNED_IN, Row

BOTH = "GET POST"

POLICY = {
    "account_login": Row(BOTH, EVERYBODY),
    "account_logout": Row(BOTH, EVERYBODY),
    "account_signup": Row(BOTH, EVERYBODY),
    "account_inactive": Row("GET", EVERYBODY),
    "account_request_login_code": Row(BOTH, EVERYBODY),
    "account_reset_password": Row(BOTH, EVERYBODY),
    "account_reset_password_done": Row("GET", EVERYBODY),
    "account_reset_password_from_key_done": Row("GET", EVERYBODY),
    # The key in the address is the permission, and cannot be made up here: tests/web/signin walks through it.
    "account_reset_password_from_key": Row("", EVERYBODY),
    # Without a code on its way, these two lead back to signing in.
    "account_confirm_login_code": Row(BOTH, SIGNED_IN),
    "account_email_verification_sent": Row(BOTH, SIGNED_IN),
    "account_email": Row(BOTH, SIGNED_IN),
    "account_change_password": Row(BOTH, SIGNED_IN),
    "account_set_password": Row(BOTH, SIGNED_IN),
    "account_reauthenticate": Row(BOTH, SIGNED_IN),
}
