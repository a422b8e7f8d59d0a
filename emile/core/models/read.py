"""Who opened which file, written in the transaction that reads it."""

from django.db import models


class ReadLog(models.Model):
    """One page of one household's file shown to one person. Never holds what was shown."""

    append_only = True

    user_id = models.BigIntegerField("personne")
    organisation_id = models.BigIntegerField("organisation")
    household_id = models.BigIntegerField("ménage", db_index=True)
    page = models.CharField("page", max_length=60)
    read_at = models.DateTimeField("lu le")

    class Meta:
        verbose_name = "lecture"
        verbose_name_plural = "lectures"

    def __str__(self) -> str:
        return f"{self.page} {self.read_at:%Y-%m-%d %H:%M}"
