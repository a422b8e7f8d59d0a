"""The answers and the papers that come back before a household goes anywhere."""

from django.db import models


class InvitationAnswer(models.TextChoices):
    COMING = "coming", "Viendra"
    NOT_COMING = "not_coming", "Ne viendra pas"
    UNKNOWN = "unknown", "Ne sait pas encore"
