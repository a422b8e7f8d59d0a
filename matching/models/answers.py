from django.db import models
from django.db.models import F, Q

from emile.core.models import Checked


class MeasuredAnswers(Checked):
    """How often an employer or a landlord answered: made as a whole by ``rebuild_answers`` only.

    Of those alone who were asked often enough for a rate to say something.
    """

    # What is derived from the journal of offers goes with the organisation.
    organisation = models.OneToOneField(
        "operators.Organisation",
        models.CASCADE,
        primary_key=True,
        related_name="measured_answers",
        verbose_name="organisation",
    )
    asked = models.PositiveIntegerField("demandes")
    answered = models.PositiveIntegerField("réponses")
    # To the nearest tenth: offers that differ by less are ranked alike.
    tenths = models.GeneratedField(
        expression=(F("answered") * 20 + F("asked")) / (F("asked") * 2),
        output_field=models.PositiveSmallIntegerField("réponses sur dix demandes"),
        db_persist=True,
    )
    measured_on = models.DateField("mesuré le")

    class Meta:
        verbose_name = "réponses mesurées"
        verbose_name_plural = "réponses mesurées"
        constraints = [
            models.CheckConstraint(
                name="measuredanswers_were_asked",
                condition=Q(asked__gte=1),
                violation_error_message="Sans demande, il n’y a rien à mesurer.",
            ),
            models.CheckConstraint(
                name="measuredanswers_at_most_all",
                condition=Q(answered__lte=F("asked")),
                violation_error_message="Il y a plus de réponses que de demandes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}\u00a0: {self.answered} / {self.asked}"
