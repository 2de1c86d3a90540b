"""The product's ASGI application with the benchmark's addresses."""

from django.conf import settings

from cairn.config.asgi import application

settings.ROOT_URLCONF = "benchmarks.urls"

__all__ = ["application"]
