"""What there is near each commune of a territory: schools, childcare, a doctor."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from emile.core.context import database_context, system
from emile.core.errors import DomainError, StaleVersion
from operators.enums import OrganisationKind
from territories.enums import Service
from territories.models import Commune, CommuneServices, Territory
from tests.factories import make_actor, make_home, make_services, make_usual_home


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
AURILLAC, MAURIAC, BOURGES = "15014", "15120", "18033"
ANSWERS = {"primary_school": "yes", "high_school": "no", "confirmed_on": TODAY.isoformat()}


def list_url(slug="cantal"):
    return reverse("territories:nearby_list", args=[Territory.objects.get(slug=slug).public_id])


def edit_url(code=AURILLAC, slug="cantal"):
    public_id = Territory.objects.get(slug=slug).public_id
    return reverse("territories:nearby_edit", args=[public_id, code])


def row_of(client, code=AURILLAC):
    rows = client.get(list_url(), {"q": Commune.objects.get(code=code).name}).context["rows"]
    return next(row for row in rows if row.commune.code == code)


def test_each_service_is_a_field_that_may_be_unknown():
    fields = {service: CommuneServices._meta.get_field(service) for service in Service}

    assert all(field.null for field in fields.values())
    assert [field.verbose_name for field in fields.values()] == [
        service.label.lower() for service in Service
    ]


def test_telling_again_confirms_and_is_counted(host):
    make_services(host, doctor=True, on=TODAY - timedelta(days=9))

    told = make_services(host, doctor=True)

    assert (told.version, told.confirmed_on) == (2, TODAY)
    assert [event.payload["fields"] for event in told.events.order_by("sequence")] == [
        ["doctor"],
        ["confirmed_on"],
    ]


def test_of_two_tellings_on_one_version_the_second_is_refused(host):
    make_services(host, doctor=True)

    with pytest.raises(StaleVersion):
        make_services(host, doctor=False, version=0)
    assert CommuneServices.objects.get().doctor is True


def test_only_who_keeps_the_board_tells_and_only_of_its_communes(host, elsewhere):
    with pytest.raises(DomainError, match="opérateur d’accueil"):
        make_services(elsewhere, doctor=True)
    with pytest.raises(ValidationError, match="n’est pas dans ce territoire"):
        make_services(host, commune=BOURGES, doctor=True)
    with pytest.raises(DomainError, match="pas encore venu"):
        make_services(host, confirmed_on=TODAY + timedelta(days=1))
    assert not CommuneServices.objects.exists()


def test_a_commune_of_two_territories_is_told_once_for_both(host, coordinator):
    make_services(host, doctor=True)
    cher, aurillac = Territory.objects.get(slug="cher"), Commune.objects.get(code=AURILLAC)
    with database_context(system("test")):
        cher.communes.add(aurillac)

    told = make_services(coordinator, territory="cher", doctor=False)

    assert (CommuneServices.objects.get(), told.version) == (told, 2)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_those_who_read_the_boards_read_what_is_near(host, kind):
    make_services(host)
    readers = {"coordinator", "national", "prescriber", "upstream", "host"}

    assert CommuneServices.objects.visible_to(make_actor(kind)).exists() == (kind in readers)


# The pages


def test_what_is_told_of_a_commune_is_read_in_its_row(signed_in, submit, host):
    client = signed_in(host)
    assert row_of(client).told is None

    response = submit(edit_url(), {**ANSWERS, "version": "0"})

    assert response.url == list_url()
    row = row_of(client)
    assert (row.there, row.farther) == ("École élémentaire", "Lycée")
    assert row.unknown == "Garde d’enfants, école maternelle, collège, médecin"
    assert "L’équipe a dit ce qu’il y a près de cette commune." in client.get(edit_url()).text


def test_the_form_opens_as_it_was_told(signed_in, host):
    make_services(host, doctor=True, high_school=False)

    form = signed_in(host).get(edit_url()).context["form"]

    shown = {name: form[name].value() for name in ("doctor", "high_school", "childcare")}
    assert shown == {"doctor": "yes", "high_school": "no", "childcare": ""}
    assert form["version"].value() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"doctor": "maybe"}, "doctor"),
        ({"confirmed_on": ""}, "confirmed_on"),
        ({"confirmed_on": (TODAY + timedelta(days=1)).isoformat()}, "confirmed_on"),
        ({"version": ""}, "version"),
    ],
)
def test_what_can_not_be_is_refused_beside_its_field(signed_in, submit, host, change, field):
    signed_in(host)

    response = submit(edit_url(), {**ANSWERS, "version": "0", **change})

    assert response.status_code == 422
    assert "Erreur" in response.text
    assert field in response.context["form"].errors
    assert not CommuneServices.objects.exists()


def test_the_same_form_sent_twice_tells_once(client, signed_in, host):
    signed_in(host)
    sent = {"once": "5e0f8a52-7d9f-4f5c-8d0c-1f3d3c1c0a11", **ANSWERS, "version": "0"}

    answers = [client.post(edit_url(), sent) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {302}
    assert CommuneServices.objects.get().version == 1


def test_two_people_who_tell_see_both_versions(signed_in, submit, host):
    signed_in(host)
    submit(edit_url(), {**ANSWERS, "version": "0"})

    response = submit(edit_url(), {**ANSWERS, "high_school": "yes", "version": "0"})

    assert response.status_code == 409
    assert "Lycée" in response.text
    assert CommuneServices.objects.get().high_school is False


def test_an_operator_in_charge_elsewhere_reads_and_tells_nothing(signed_in, submit, elsewhere):
    client = signed_in(elsewhere)

    assert edit_url() not in client.get(list_url()).text
    assert submit(edit_url(), {**ANSWERS, "version": "0"}).status_code == 403
    assert not CommuneServices.objects.exists()


def test_a_commune_of_elsewhere_is_not_found(signed_in, host):
    assert signed_in(host).get(edit_url(BOURGES)).status_code == 404


def test_communes_where_there_is_a_home_come_first(signed_in, host):
    smaller = Commune.objects.get(code="15187")
    make_home(host, commune=smaller)
    make_usual_home(host, commune=Commune.objects.get(code=MAURIAC))

    rows = signed_in(host).get(list_url()).context["rows"]

    assert {row.commune.code for row in rows if row.has_home} == {"15187", MAURIAC}
    assert [row.has_home for row in rows[:3]] == [True, True, False]
    assert rows[2].commune.code == AURILLAC


def test_a_commune_is_found_by_its_name_on_a_page_of_its_own(signed_in, host):
    client = signed_in(host)

    page = client.get(list_url()).context["page"]
    found = client.get(list_url(), {"q": "aurill"}).context["rows"]

    assert (len(page.object_list), page.has_next()) == (25, True)
    assert AURILLAC in {row.commune.code for row in found}
    assert "Aucune commune trouvée" in client.get(list_url(), {"q": "zzz"}).text


def test_the_page_costs_the_same_whatever_is_told(signed_in, host, count_queries):
    make_services(host, doctor=True)
    client, url = signed_in(host), list_url()
    client.get(url)
    with_one = count_queries(lambda: client.get(url))
    communes = Territory.objects.get(slug="cantal").communes.exclude(code=AURILLAC)
    for commune in communes.order_by("-population", "pk")[:50]:
        make_services(host, commune=commune.code, doctor=True)
        make_usual_home(host, commune=commune)

    assert count_queries(lambda: client.get(url)) == with_one <= 12
