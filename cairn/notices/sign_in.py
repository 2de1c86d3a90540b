"""What allauth asks of us: sign-in letters in our look, and who somebody is once they are in."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from cairn.accounts.account import Account
from cairn.accounts.adapter import AccountAdapter
from cairn.notices.rendering import render
from cairn.people.linking import link

#: allauth's name for a letter → ours, and where its button leads.
KINDS = {
    "login_code": ("sign_in_code", "/accounts/login/code/confirm/"),
    "email_confirmation": ("confirm_address", ""),
    "email_confirmation_signup": ("confirm_address", ""),
    "password_reset_key": ("reset_password", ""),
    "unknown_account": ("unknown_address", "/accounts/signup/"),
    "account_already_exists": ("known_address", "/accounts/password/reset/"),
}


class SignInAdapter(AccountAdapter):
    """Codes and links for signing in. The button of a code opens the page where it is typed, filled in."""

    def post_login(self, request: HttpRequest, user: Account, **more: Any) -> HttpResponse:
        """Whoever has just proved an address becomes the persons who wait for it."""
        link(user)
        response: HttpResponse = super().post_login(request, user, **more)
        return response

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Our letter; for the few without one, allauth's plain text."""
        kind, path = KINDS.get(template_prefix.rsplit("/", 1)[-1], ("", ""))
        if not kind:
            plain: EmailMessage = super().render_mail(template_prefix, email, context, headers)
            return plain
        message = render(kind, _values(context, path), language=get_language() or settings.LANGUAGE_CODE)
        to = [email] if isinstance(email, str) else email
        mail = EmailMultiAlternatives(message.subject, message.text, to=to, headers=headers)
        mail.attach_alternative(message.html, "text/html")
        return mail


def _values(context: dict[str, Any], path: str) -> dict[str, Any]:
    code = context.get("code") or ""
    link = context.get("password_reset_url") or (f"{settings.BASE_URL}{path}" if path else "")
    if code and link:
        # Behind "#", so that no server's log ever holds the code; the page's script fills it in.
        link = f"{link}#code={code}"
    return {"you": "", "code": code, "link": link}
