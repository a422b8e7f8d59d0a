"""Forms already submitted, so that a double click has one effect and one answer."""

from django.db import models


class SubmittedForm(models.Model):
    """Inserted first in the request's transaction: a twin waits for it, then replays its answer."""

    # 0 stands for somebody who is not signed in; the key is random, so it is enough.
    user_id = models.BigIntegerField("personne")
    key = models.UUIDField("clé")
    body_hash = models.CharField("empreinte du formulaire", max_length=64)
    redirect_to = models.TextField("suite", blank=True)
    created_at = models.DateTimeField("reçu le")

    class Meta:
        verbose_name = "formulaire reçu"
        verbose_name_plural = "formulaires reçus"
        constraints = [
            models.UniqueConstraint(name="submittedform_once", fields=["user_id", "key"]),
        ]

    def __str__(self) -> str:
        return str(self.key)
