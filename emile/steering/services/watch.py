"""What the steering does of itself: look at the rules each night, warn of what does not leave."""

from datetime import datetime

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.emails import absolute, key_of, render
from emile.core.locks import lock_name
from emile.core.models import MessageState, OutboxMessage
from emile.core.outbox import send_email
from emile.steering.invariants import INVARIANTS
from emile.steering.models import InvariantResult
from operators.enums import OrganisationKind
from operators.models import Organisation
from operators.selectors import addresses


EXAMPLES = 20
ALERT = "messages_stopped"


@transaction.atomic
def look_at_invariants(*, now: datetime) -> int:
    """Keep what each rule finds; the number of files in breach, all rules together."""
    lock_name("invariants")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5min'")
    found = []
    with database_context(system("vérification de nuit")):
        for invariant in INVARIANTS:
            broken = invariant.broken().order_by()
            first = broken.order_by("pk").values_list("public_id", "household__reference")
            found.append(
                InvariantResult(
                    code=invariant.code,
                    looked_at=now,
                    count=broken.count(),
                    examples=[[str(one), reference] for one, reference in first[:EXAMPLES]],
                )
            )
    InvariantResult.objects.all().delete()
    InvariantResult.objects.bulk_create(found)
    return sum(one.count for one in found)


@transaction.atomic
def warn_of_stopped_messages(*, now: datetime) -> int:
    """Tell the coordinator, once a Paris day at most, that messages wait for a person.

    Those that say so are not counted: one that fails would otherwise ask for another.
    """
    stopped = OutboxMessage.objects.stopped().exclude(key__startswith=f"{ALERT}:")
    states = list(stopped.values_list("state", flat=True)[:1000])
    if not states:
        return 0
    day, link = timezone.localdate(now), absolute(reverse("steering:operations"))
    doubtful = states.count(MessageState.TO_CHECK)
    context = {"failed": len(states) - doubtful, "to_check": doubtful, "link": link}
    subject, body = render(f"steering/{ALERT}", context)
    coordinators = Organisation.objects.active().of_kind(OrganisationKind.COORDINATOR)
    for organisation in coordinators.order_by("pk"):
        for address in addresses(organisation):
            send_email(
                recipient=address,
                subject=subject,
                body=body,
                key=key_of(ALERT, day, address),
                organisation_id=organisation.pk,
            )
    return len(states)
