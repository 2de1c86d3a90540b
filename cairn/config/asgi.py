"""The application as a server sees it: static files first, then Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application
from servestatic.asgi import ServeStaticASGI

django = get_asgi_application()
application = ServeStaticASGI(django, root=str(settings.STATIC_ROOT), prefix="static/")
