"""Signing in, in our look: the templates of django-allauth, without inline script or style."""
