"""Pages that promise to change nothing are held to it."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from candidates.models import InformationSession
from emile.core.http import ReadOnlyViolation, read_only
from operators.enums import OrganisationKind
from operators.models import Organisation
from tests.operators.factories import OrganisationFactory


pytestmark = pytest.mark.django_db


def ask(view, method="GET"):
    return view(RequestFactory().generic(method, "/"))


def test_a_page_reads():
    organisation = OrganisationFactory()

    @read_only
    def page(request):
        return HttpResponse(Organisation.objects.get(pk=organisation.pk).name)

    assert ask(page).content.decode() == organisation.name


@pytest.mark.parametrize(
    "write",
    [
        lambda organisation: Organisation.objects.filter(pk=organisation.pk).update(name="Autre"),
        lambda organisation: InformationSession.objects.create(
            organisation=organisation, held_on=timezone.localdate(), place="Ici"
        ),
        lambda organisation: Organisation.objects.filter(pk=organisation.pk).delete(),
        lambda _organisation: connection.cursor().execute("  delete from operators_organisation"),
    ],
    ids=["update", "insert", "delete", "raw"],
)
def test_a_page_that_writes_fails_before_anything_is_written(write):
    organisation = OrganisationFactory(kinds=[OrganisationKind.UPSTREAM])

    @read_only
    def page(request):
        write(organisation)

    with pytest.raises(ReadOnlyViolation), transaction.atomic():
        ask(page)

    assert Organisation.objects.get(pk=organisation.pk).name == organisation.name
    assert not InformationSession.objects.exists()


def test_writing_is_possible_again_afterwards():
    ask(read_only(lambda _request: HttpResponse()))

    assert OrganisationFactory().pk


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused_by_name(client, method):
    response = client.generic(method, "/aide/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
