"""What INBOUND_IMAP_URL, INBOUND_ADDRESS and EGRESS_PRIVATE say, looked at before anything starts."""

import ipaddress
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

MOST_LOCAL = 12


def mailbox(url: str) -> dict[str, str | int] | None:
    """`imaps://user:password@host:993/INBOX`, or `imap://` where nobody listens; None where there is none."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        msg = "INBOUND_IMAP_URL must be imaps://user:password@host/INBOX."
        raise ImproperlyConfigured(msg)
    return {
        "scheme": parts.scheme,
        "host": parts.hostname,
        "port": parts.port or (993 if parts.scheme == "imaps" else 143),
        "user": unquote(parts.username),
        "password": unquote(parts.password or ""),
        "folder": unquote(parts.path.lstrip("/")) or "INBOX",
    }


def address(text: str) -> str:
    """A plain address whose left part leaves room for a sign after a plus; empty where there is none."""
    if not text:
        return ""
    try:
        validate_email(text)
    except ValidationError as fault:
        msg = f"INBOUND_ADDRESS={text!r} is no address: reply@mentoring.example.org."
        raise ImproperlyConfigured(msg) from fault
    local = text.partition("@")[0]
    if len(local) > MOST_LOCAL or "+" in local:
        msg = f"INBOUND_ADDRESS={text!r}: at most {MOST_LOCAL} letters before the @, and no plus."
        raise ImproperlyConfigured(msg)
    return text.lower()


def networks(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Private networks as 10.1.0.0/16."""
    try:
        return tuple(str(ipaddress.ip_network(text)) for text in texts)
    except ValueError as fault:
        msg = f"EGRESS_PRIVATE: {fault}. Write networks such as 10.1.0.0/16, with commas."
        raise ImproperlyConfigured(msg) from fault
