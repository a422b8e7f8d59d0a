"""The project, the wished territories in their order, and the action plan."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import PlanAxis, Stage, Standing
from candidates.models import Parcours, ParcoursEvent
from candidates.services.undo import UNDO
from emile.core.context import database_context, system
from emile.core.errors import StaleVersion
from emile.core.workflow import ReasonNeeded, TransitionRefused
from operators.models import User
from territories.models import Territory
from tests.factories import at_diagnosis, at_positioning, at_preparation


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_preparation(prescriber, coordinator, upstream)


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def territories(*slugs) -> list[Territory]:
    return [Territory.objects.get(slug=slug) for slug in slugs]


def edit(actor, parcours, *, version=1, **fields) -> Parcours:
    described = {"projects": {}, "wishes": [], "finished": [], "added": []} | fields
    with database_context(actor.database_context):
        return services.edit_plan(
            actor=actor,
            parcours=parcours,
            version=version,
            on=timezone.localdate(),
            now=timezone.now(),
            **described,
        )


def wished(parcours) -> list[str]:
    return list(parcours.wishes.order_by("rank").values_list("territory__slug", flat=True))


def address(parcours, step="edit_plan") -> str:
    return reverse("candidates:act", args=[parcours.public_id, step])


def plan_form(**answers) -> dict[str, object]:
    return {"once": uuid4(), "version": 1, "on": timezone.localdate(), **answers}


def test_wishes_are_kept_in_their_order(parcours, upstream):
    edit(upstream, parcours, wishes=territories("cher", "cantal", "indre"))
    edit(upstream, parcours, version=2, wishes=territories("indre", "cher"))

    assert wished(parcours) == ["indre", "cher"]


def test_somebody_elses_plan_is_not_overwritten(parcours, upstream):
    edit(upstream, parcours, wishes=territories("cher"))

    with pytest.raises(StaleVersion):
        edit(upstream, parcours, wishes=territories("cantal"))
    assert wished(parcours) == ["cher"]


def test_an_action_is_added_then_done(parcours, upstream):
    edit(upstream, parcours, added=[(PlanAxis.SOCIAL, "Renouveler la carte de séjour", None)])
    action = parcours.plan_actions.get()
    edit(upstream, parcours, version=2, finished=[action])

    action.refresh_from_db()
    assert action.done_on == timezone.localdate()


def test_a_corrected_save_puts_the_plan_back(parcours, upstream):
    added = [(PlanAxis.SOCIAL, "Ouvrir un compte", None)]
    edit(upstream, parcours, wishes=territories("cher"), added=added)
    action = parcours.plan_actions.get()
    edit(
        upstream,
        parcours,
        version=2,
        wishes=territories("indre", "cher"),
        finished=[action],
        added=[(PlanAxis.WORK, "Refaire le CV", None)],
    )

    with database_context(upstream.database_context):
        UNDO["edit_plan"](ParcoursEvent.objects.filter(kind="edit_plan").latest("sequence"))

    assert wished(parcours) == ["cher"]
    action.refresh_from_db()
    assert action.done_on is None
    assert list(parcours.plan_actions.all()) == [action]


def test_the_step_is_done_when_nothing_is_missing(parcours, upstream):
    started = edit(upstream, parcours, wishes=territories("cher"))
    complete = edit(
        upstream,
        parcours,
        version=2,
        wishes=territories("cher"),
        added=[(PlanAxis.WORK, "Préparer le permis B", None)],
    )

    assert started.standing == Standing.IN_PROGRESS
    assert complete.standing == Standing.STEP_DONE


def test_going_on_without_a_plan_nor_a_wish_asks_why(parcours, upstream):
    now = timezone.now()
    act = {"actor": upstream, "parcours": parcours, "on": timezone.localdate(now), "now": now}

    with database_context(upstream.database_context):
        with pytest.raises(ReasonNeeded) as needed:
            services.open_positioning(**act)
        opened = services.open_positioning(**act, reason="Emploi à prendre lundi.")

    assert needed.value.warnings == (
        "Le plan d’action est vide.",
        "Aucun territoire souhaité n’est indiqué.",
    )
    assert opened.stage == Stage.POSITIONING


def test_a_complete_file_goes_on_without_a_reason(prescriber, coordinator, upstream):
    parcours = at_positioning(prescriber, coordinator, upstream)

    assert parcours.stage == Stage.POSITIONING
    assert parcours.owner_organisation_id == upstream.organisation_id


def test_wishes_are_told_from_the_diagnosis_on(prescriber, coordinator, upstream):
    parcours = at_diagnosis(prescriber, coordinator, upstream)

    edit(upstream, parcours, version=0, wishes=territories("cantal"))

    assert wished(parcours) == ["cantal"]


def test_the_orienting_body_may_not_write_the_plan(parcours, prescriber):
    with pytest.raises(TransitionRefused) as refusal:
        edit(prescriber, parcours)
    assert refusal.value.code == "permission"


def test_one_save_for_the_whole_page(parcours, upstream_client):
    cantal, cher = territories("cantal", "cher")
    typed = plan_form(
        wish_0=cher.pk,
        wish_2=cantal.pk,
        work_label="Préparer le permis B",
        work_due_on="2030-01-15",
    )

    response = upstream_client.post(address(parcours), typed)

    section = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    assert response.url == section
    assert wished(parcours) == ["cher", "cantal"]
    page = upstream_client.get(section).content.decode()
    assert "Préparer le permis B" in page
    assert "avant le 15 janvier 2030" in page


def test_a_territory_chosen_twice_is_refused_beside_its_field(parcours, upstream_client):
    cher = Territory.objects.get(slug="cher")

    page = upstream_client.post(address(parcours), plan_form(wish_0=cher.pk, wish_1=cher.pk))

    assert page.status_code == 422
    assert "Ce territoire est choisi deux fois." in page.content.decode()


def test_a_stale_plan_shows_both_versions(parcours, upstream, upstream_client):
    edit(upstream, parcours, wishes=territories("cher"))
    cantal = Territory.objects.get(slug="cantal")

    stale = upstream_client.post(address(parcours), plan_form(wish_0=cantal.pk))

    assert stale.status_code == 409
    page = stale.content.decode()
    assert "Cantal" in page
    assert "Cher" in page
    with database_context(system("relecture")):
        assert wished(parcours) == ["cher"]
