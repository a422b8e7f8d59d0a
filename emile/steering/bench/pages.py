"""Which pages are measured, and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from candidates.enums import OPEN_STAGES, Stage
from candidates.models import Parcours
from candidates.models.parcours import ParcoursQuerySet
from candidates.selectors.conversation import with_unread
from candidates.selectors.file import with_header
from candidates.views.file import sections
from emile.core.context import database_context
from matching.policies import may_seek
from operators.actors import Actor
from operators.enums import OrganisationKind
from operators.models import Membership
from operators.services import open_session
from territories.enums import OfferKind
from territories.models import Territory


# Who looks, by the e-mail of an account of the demonstration.
LOOKERS = {
    OrganisationKind.COORDINATOR: "coordination@demo.emile.example",
    OrganisationKind.PRESCRIBER: "orienteur@demo.emile.example",
    OrganisationKind.UPSTREAM: "amont@demo.emile.example",
    OrganisationKind.HOST: "accueil@demo.emile.example",
}
FILTERED = {"stage": Stage.PREPARATION.value, "waiting": "late"}
SEARCHED = {"q": "coulibaly"}


@dataclass(frozen=True, slots=True)
class Page:
    """``cookie`` is that of a session signed in under ``role``."""

    name: str
    role: str
    path: str
    cookie: str


@transaction.atomic
def pages() -> list[Page]:
    found: list[Page] = []
    for role, email in LOOKERS.items():
        actor, cookie = signed_in(role, email)
        with database_context(actor.database_context):
            found += [Page(name, role.value, path, cookie) for name, path in _paths(actor)]
    return found


def signed_in(role: OrganisationKind, email: str) -> tuple[Actor, str]:
    """An account of the demonstration under that hat, and the cookie of its session."""
    memberships = Membership.objects.select_related("user", "organisation")
    membership = memberships.get(user__email=email)
    session = open_session(membership=membership, kind=role)
    return membership.as_actor(role), f"{settings.SESSION_COOKIE_NAME}={session}"


def _paths(actor: Actor) -> Iterator[tuple[str, str]]:
    yield "to_do", reverse("candidates:to_do")
    households = reverse("candidates:parcours_list")
    yield "list", households
    yield "list_filtered", f"{households}?{urlencode(FILTERED)}"
    yield "list_searched", f"{households}?{urlencode(SEARCHED)}"
    files = Parcours.objects.visible_to(actor)
    headed = with_unread(with_header(files, timezone.localdate()), actor)
    parcours = headed.get(pk=_furthest(files).pk)
    for section in sections(parcours, ""):
        path, _, _ = section.url.partition("#")
        entry = path.removeprefix(parcours.get_absolute_url()).rstrip("/")
        yield f"file_{entry}" if entry else "file", path
    if may_seek(actor):
        yield "position", reverse("matching:position", args=[_positioned(files).public_id])
    yield "territory", Territory.objects.get(slug="cantal").get_absolute_url()
    yield "offers", reverse("territories:offer_list", args=[OfferKind.JOB])
    yield "organisation", reverse("operators:organisation")
    if actor.kind == OrganisationKind.COORDINATOR:
        yield "organisations", reverse("operators:organisation_list")
        yield "settings", reverse("candidates:settings_index")
        yield "settings_list", reverse("candidates:settings_list", args=["delais"])


def _positioned(files: ParcoursQuerySet) -> Parcours:
    """One whose place is being looked for, in territories that the household has named."""
    looking = files.open().filter(stage=Stage.POSITIONING, wishes__isnull=False)
    if parcours := looking.order_by("pk").first():
        return parcours
    raise CommandError("Aucun dossier en positionnement à mesurer.")


def _furthest(files: ParcoursQuerySet) -> Parcours:
    """The open file that has come the furthest has the most entries."""
    for stage in reversed(OPEN_STAGES):
        if parcours := files.open().filter(stage=stage).order_by("pk").first():
            return parcours
    raise CommandError("Aucun dossier ouvert à mesurer.")
