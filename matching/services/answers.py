"""Who answers when asked: measured again as a whole, for the ranking to read."""

from datetime import date

from django.db import connection, transaction

from emile.core.locks import lock_name
from matching.models import MeasuredAnswers
from territories.selectors.answers import all_answer_rates


@transaction.atomic
def rebuild_answers(*, today: date) -> int:
    """How many organisations are measured. Readers keep the former table until this is committed."""
    lock_name("measured answers")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
    measured = [
        MeasuredAnswers(
            organisation_id=organisation,
            asked=rate.asked,
            answered=rate.answered,
            measured_on=today,
        )
        for organisation, rate in all_answer_rates(today).items()
        if rate.is_measured
    ]
    MeasuredAnswers.objects.all().delete()
    return len(MeasuredAnswers.objects.bulk_create(measured))
