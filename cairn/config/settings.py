"""Settings. Everything an operator may change comes from the environment: docs/operating.md lists it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from cairn.config import addresses, incoming
from cairn.config.keys import kept_key
from cairn.kernel.environment import env_bool, env_int, env_list, env_secret, env_text

BASE_DIR = Path(__file__).resolve().parents[2]
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

# --- What kind of start this is -------------------------------------------------------------------------
DEBUG = env_bool("DEBUG")
DEMO = env_bool("DEMO")
HOST = env_text("HOST", "127.0.0.1")
PORT = env_int("PORT", 8000, least=1, most=65535)
JOBS_IN_WEB = env_bool("JOBS_IN_WEB", True)
WORKERS = env_int("WORKERS", 1, least=1, most=64)
BASE_URL = env_text("BASE_URL", f"http://localhost:{PORT}").rstrip("/")
DATA_DIR = Path(env_text("DATA_DIR", str(BASE_DIR / "data"))).resolve()
DATABASE_URL = env_secret("DATABASE_URL") or f"sqlite://{DATA_DIR / 'cairn.sqlite3'}"
REDIS_URL = env_secret("REDIS_URL") or ""

_base = urlsplit(BASE_URL)
_hostname = _base.hostname or ""
SECURE = _base.scheme == "https"
BEHIND_PROXY = env_bool("BEHIND_PROXY")

if _base.scheme not in {"http", "https"} or not _hostname or _base.path:
    msg = f"BASE_URL={BASE_URL!r} must be what people type, without a path: https://mentoring.example.org."
    raise ImproperlyConfigured(msg)
if (DEMO or DEBUG) and not {_hostname, HOST} <= {"localhost", "127.0.0.1", "::1"}:
    # Either would open the door: the demo signs anyone in with one click, DEBUG shows code and settings.
    msg = f"DEMO and DEBUG are for this machine only, not for {BASE_URL} on {HOST}. Unset them."
    raise ImproperlyConfigured(msg)
if WORKERS > 1 and not REDIS_URL:
    msg = f"WORKERS={WORKERS} needs REDIS_URL, or workers would not hear each other. Set it, or WORKERS=1."
    raise ImproperlyConfigured(msg)

SECRET_KEY = env_secret("SECRET_KEY") or kept_key(DATA_DIR / "secret.key", size=48)
CAIRN_MASTER_KEY = env_secret("CAIRN_MASTER_KEY") or kept_key(DATA_DIR / "master.key")
CAIRN_MASTER_KEY_PREVIOUS = env_secret("CAIRN_MASTER_KEY_PREVIOUS")
# A demo answers to no name but this machine's, so putting it behind a public name does not work by accident.
ALLOWED_HOSTS = list(LOOPBACK if DEMO else {*env_list("ALLOWED_HOSTS", (_hostname,)), *LOOPBACK})
CSRF_TRUSTED_ORIGINS = [BASE_URL]

# --- Rooms and what they stand on -------------------------------------------------------------------------
ROOMS = [
    "cairn.journal",
    "cairn.vault",
    "cairn.accounts",
    "cairn.people",
    "cairn.questions",
    "cairn.conversations",
    "cairn.programmes",
    "cairn.mentorships",
    "cairn.meetings",
    "cairn.matching",
    "cairn.stories",
    "cairn.safety",
    "cairn.inclusion",
    "cairn.care",
    "cairn.notices",
    "cairn.intake",
    "cairn.packs",
    "cairn.integrations",
    "cairn.api",
    "cairn.web",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Ours stand above allauth, so that our sign-in pages are found before its own.
    *ROOMS,
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_tasks",
    "huey.contrib.djhuey",
    "template_partials",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cairn.web.shell.outage.OutageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cairn.web.shell.presence.PresenceMiddleware",
]
ROOT_URLCONF = "cairn.config.urls"
ASGI_APPLICATION = "cairn.config.asgi.application"
WSGI_APPLICATION = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Each area of the web keeps its own templates beside its views.
_area_templates = sorted((BASE_DIR / "cairn" / "web").glob("*/templates"))
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": _area_templates,
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- Where things are kept ------------------------------------------------------------------------------
DATABASES = {"default": addresses.database(DATABASE_URL)}
CACHES = {"default": addresses.cache(REDIS_URL)}
CHANNEL_LAYERS = {"default": addresses.layer(REDIS_URL)}
HUEY = addresses.queue(REDIS_URL, folder=DATA_DIR, immediate=False)
TASKS = {
    "default": {
        "BACKEND": "huey.contrib.djhuey.tasks_backend.HueyBackend",
        # A job must never see the world before the transaction that asked for it.
        "OPTIONS": {"enqueue_on_commit": True},
    }
}
MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
STATICFILES_DIRS = [BASE_DIR / "cairn" / "web" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "cairn.config.vendor.VendorFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "cairn.config.fingerprints.FingerprintedStorage",
    },
}

# --- Who is who -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["cairn.people.signing_in.SignedIn"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/today/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "cairn.notices.sign_in.SignInAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# A mail may take its time; the letter says a quarter of an hour.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
# Limits count by address of the visitor, which behind a proxy the proxy tells.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True

# --- Languages and times --------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# Each in its own words: whoever looks for theirs may read no other.
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "cairn" / "locale"]
if (DEMO or DEBUG) and (BASE_DIR / "build" / "locale").is_dir():
    # Two made-up languages show what is not in the catalogue, and how a page looks from right to left.
    LANGUAGES += [("en-xa", "Ëñglîsh (test)"), ("ar-xb", "Right to left (test)")]
    LOCALE_PATHS += [BASE_DIR / "build" / "locale"]
FORMAT_MODULE_PATH = "cairn.config.formats"
TIME_ZONE = "UTC"

# --- Mail -----------------------------------------------------------------------------------------------
globals().update(addresses.mail(env_secret("EMAIL_URL") or "console:"))
DEFAULT_FROM_EMAIL = env_text("EMAIL_FROM", f"Cairn <cairn@{_hostname}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Where answers to letters go, and how they come back to us: docs/operating.md, "Answers by mail".
INBOUND_SECRET = env_secret("INBOUND_SECRET") or ""
INBOUND_IMAP = incoming.mailbox(env_secret("INBOUND_IMAP_URL") or "")
_inbound = f"reply@{_hostname}" if INBOUND_SECRET or INBOUND_IMAP else ""
INBOUND_ADDRESS = incoming.address(env_text("INBOUND_ADDRESS", _inbound))
# Private networks that calendars may be read from, such as the one of an organisation's own mail server.
EGRESS_PRIVATE = incoming.networks(env_list("EGRESS_PRIVATE"))

# --- Safety of pages ------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        # A voice note is listened to before it is sent, while it is only in the page.
        "media-src": [SELF, "blob:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = f"django.contrib.sessions.backends.{'cached_db' if REDIS_URL else 'db'}"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrftoken"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE

# --- What the log says ----------------------------------------------------------------------------------
LOG_LEVEL = env_text("LOG_LEVEL", "INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
    msg = f"LOG_LEVEL={LOG_LEVEL!r} is unknown: use DEBUG, INFO, WARNING or ERROR."
    raise ImproperlyConfigured(msg)
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "cairn": {"level": LOG_LEVEL},
        "django.server": {"level": LOG_LEVEL},
        "huey": {"level": "WARNING"},
    },
}
