from django.apps import AppConfig


class MentorshipsConfig(AppConfig):
    name = "cairn.mentorships"
    label = "mentorships"
