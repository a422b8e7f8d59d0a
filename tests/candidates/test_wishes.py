"""The projects of each adult, the territories where the household would go, and would not."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Link, ProjectGap
from candidates.models import Parcours, ParcoursEvent, Person
from candidates.services.undo import UNDO
from candidates.services.wishes import WishedAndRefused
from emile.core.context import database_context, system
from emile.core.errors import StaleVersion
from emile.core.workflow import ReasonNeeded
from operators.models import User
from territories.models import Occupation, Territory
from tests.factories import a_candidate, at_diagnosis


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_diagnosis(prescriber, coordinator, upstream)


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def territories(*slugs) -> list[Territory]:
    return [Territory.objects.get(slug=slug) for slug in slugs]


def edit(actor, parcours, *, version=0, **fields) -> Parcours:
    described = {"projects": {}, "wishes": []} | fields
    with database_context(actor.database_context):
        return services.edit_wishes(
            actor=actor,
            parcours=parcours,
            version=version,
            on=timezone.localdate(),
            now=timezone.now(),
            **described,
        )


def wished(parcours) -> list[str]:
    return list(parcours.wishes.order_by("rank").values_list("territory__slug", flat=True))


def adult_of(parcours):
    with database_context(system("relecture")):
        return Parcours.objects.get(pk=parcours.pk).household.members.get().person


def address(parcours) -> str:
    return reverse("candidates:act", args=[parcours.public_id, "edit_wishes"])


def page_form(**answers) -> dict[str, object]:
    orders = {f"order_{row}": row + 1 for row in range(5)}
    return {"once": uuid4(), "version": 0, "on": timezone.localdate(), **orders, **answers}


def test_wishes_are_kept_in_their_order(parcours, upstream):
    edit(upstream, parcours, wishes=territories("cher", "cantal", "indre"))
    edit(upstream, parcours, version=1, wishes=territories("indre", "cher"))

    assert wished(parcours) == ["indre", "cher"]


def test_somebody_elses_wishes_are_not_overwritten(parcours, upstream):
    edit(upstream, parcours, wishes=territories("cher"))

    with pytest.raises(StaleVersion):
        edit(upstream, parcours, wishes=territories("cantal"))
    assert wished(parcours) == ["cher"]


def test_a_territory_is_not_wished_and_refused(parcours, upstream):
    (cher,) = territories("cher")

    with pytest.raises(WishedAndRefused):
        edit(upstream, parcours, wishes=[cher], refused=[(cher, "")])


def test_projects_that_differ_ask_why_once(parcours, upstream):
    cook, carer = (Occupation.objects.get(code=code) for code in ("G1602", "K1304"))
    adult = adult_of(parcours)

    with pytest.raises(ReasonNeeded):
        edit(upstream, parcours, projects={adult.pk: (cook, carer, "")})
    edit(upstream, parcours, projects={adult.pk: (cook, carer, ProjectGap.STEP)})

    assert adult_of(parcours).project_gap == ProjectGap.STEP


def test_what_an_adult_can_do_is_kept_and_shown(upstream_client, submit, parcours):
    adult = adult_of(parcours)
    told = {f"skills_{adult.public_id}": "Cuisine de collectivité, permis cariste."}

    assert submit(address(parcours), page_form(**told)).status_code == 302

    assert adult_of(parcours).skills == "Cuisine de collectivité, permis cariste."
    section = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    assert "permis cariste" in upstream_client.get(section).text


def test_the_work_that_both_adults_want_is_told_once(
    prescriber, coordinator, upstream, upstream_client
):
    partner = a_candidate(first_name="Salif")
    couple = [a_candidate(), replace(partner, link=Link.PARTNER)]
    parcours = at_diagnosis(prescriber, coordinator, upstream, people=couple)
    cook = Occupation.objects.get(code="G1602")
    with database_context(upstream.database_context):
        Person.objects.update(retained_project=cook)

    brief = dict(upstream_client.get(parcours.get_absolute_url()).context["brief"])

    assert brief["Souhait"] == cook.label


def test_a_corrected_save_puts_wishes_and_projects_back(parcours, upstream):
    cook = Occupation.objects.get(code="G1602")
    edit(upstream, parcours, wishes=territories("cher"))
    projects = {adult_of(parcours).pk: (cook, cook, "")}
    edit(upstream, parcours, version=1, wishes=territories("indre", "cher"), projects=projects)

    with database_context(upstream.database_context):
        UNDO["edit_wishes"](ParcoursEvent.objects.filter(kind="edit_wishes").latest("sequence"))

    assert wished(parcours) == ["cher"]
    assert adult_of(parcours).retained_project is None


def test_a_number_puts_a_territory_first_without_javascript(parcours, upstream_client):
    cher, cantal = territories("cher", "cantal")
    typed = page_form(wish_0=cher.pk, wish_1=cantal.pk, order_1=1)

    assert upstream_client.post(address(parcours), typed).status_code == 302

    assert wished(parcours) == ["cantal", "cher"]


def test_the_section_tells_where_the_household_would_not_go(parcours, upstream_client):
    cher, cantal = territories("cher", "cantal")
    typed = page_form(
        wish_0=cher.pk, refused_0=cantal.pk, why_0="Trop loin", what_matters="Une gare"
    )

    upstream_client.post(address(parcours), typed)

    url = reverse("candidates:file_diagnosis", args=[parcours.public_id])
    html = upstream_client.get(url).content.decode()
    assert "Trop loin" in html
    assert "Une gare" in html


def test_a_territory_chosen_twice_is_refused_beside_its_field(parcours, upstream_client):
    (cher,) = territories("cher")

    for twice in (
        {"wish_0": cher.pk, "wish_1": cher.pk},
        {"wish_0": cher.pk, "refused_0": cher.pk},
    ):
        page = upstream_client.post(address(parcours), page_form(**twice))
        assert page.status_code == 422
        assert "Ce territoire est choisi deux fois." in page.content.decode()


def test_an_occupation_is_found_without_javascript(parcours, upstream_client):
    field = f"retained_{adult_of(parcours).public_id}"
    searched = page_form(**{field: "cuisinier", f"{field}_search": "1"})

    listed = upstream_client.post(address(parcours), searched)
    chosen = page_form(**{field: "cuisinier", f"{field}_code": "G1602"})
    saved = upstream_client.post(address(parcours), chosen)

    assert listed.status_code == 422
    assert "G1602" in listed.content.decode()
    assert saved.status_code == 302
    assert adult_of(parcours).retained_project.code == "G1602"


def test_a_stale_page_shows_both_versions(parcours, upstream, upstream_client):
    edit(upstream, parcours, wishes=territories("cher"))
    (cantal,) = territories("cantal")

    stale = upstream_client.post(address(parcours), page_form(wish_0=cantal.pk))

    assert stale.status_code == 409
    page = stale.content.decode()
    assert "Cantal" in page
    assert "Cher" in page
