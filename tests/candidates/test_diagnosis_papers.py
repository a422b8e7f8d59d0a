"""The diagnosis on paper, its versions side by side, and what is kept while it is typed."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates import services
from candidates.enums import Need, Theme, ThemeState
from candidates.models import ActDraft, Conclusion, Parcours, ThemeAnswer
from candidates.selectors.diagnosis import diagnosis_of
from candidates.services.act_drafts import keep_act_draft
from emile.core.context import database_context
from operators.enums import OrganisationKind
from operators.models import User
from tests.factories import at_diagnosis, at_preparation, make_membership


pytestmark = pytest.mark.django_db


@pytest.fixture
def parcours(prescriber, coordinator, upstream) -> Parcours:
    return at_diagnosis(prescriber, coordinator, upstream)


@pytest.fixture
def upstream_client(client, upstream):
    client.force_login(User.objects.get(pk=upstream.user_id))
    return client


def edit(actor, parcours, *, version, themes, conclusion=None):
    with database_context(actor.database_context):
        return services.edit_diagnosis(
            actor=actor,
            parcours=parcours,
            version=version,
            themes=themes,
            conclusion=conclusion,
            on=timezone.localdate(),
            now=timezone.now(),
        )


def page(client, parcours, name, **query) -> str:
    url = reverse(f"candidates:{name}", args=[parcours.public_id])
    return client.get(url, query).content.decode()


def theme_page(parcours, theme=Theme.MOBILITY) -> str:
    return reverse("candidates:diagnosis_theme", args=[parcours.public_id, theme])


def typed(**answers) -> dict[str, object]:
    return {"once": uuid4(), "version": 0, "on": timezone.localdate(), **answers}


def test_the_grid_holds_only_what_is_unknown(parcours, upstream, upstream_client):
    closed = dict.fromkeys(Theme, ThemeAnswer(ThemeState.NOTHING))
    del closed[Theme.DIGITAL]
    edit(upstream, parcours, version=0, themes=closed)

    html = page(upstream_client, parcours, "diagnosis_grid")

    assert Need.ONLINE_FORMS.label in html
    assert Need.DEBTS.label not in html


def test_the_summary_speaks_to_the_person(parcours, upstream, upstream_client):
    edit(
        upstream,
        parcours,
        version=0,
        themes={Theme.MOBILITY: ThemeAnswer(ThemeState.DONE, "Bus seulement", (Need.LICENCE,))},
        conclusion=Conclusion("Prête à partir."),
    )

    html = page(upstream_client, parcours, "diagnosis_summary")

    assert "Prête à partir." in html
    assert "Vous avez besoin d’aide pour" in html
    assert "Bus seulement" in html


def test_two_versions_are_compared(parcours, upstream, upstream_client):
    money = ThemeAnswer(ThemeState.IN_PROGRESS, "Une dette")
    edit(upstream, parcours, version=0, themes={Theme.MONEY: money})
    edit(
        upstream,
        parcours,
        version=1,
        themes={Theme.MONEY: ThemeAnswer(ThemeState.DONE, "Dette soldée", (Need.BUDGET,))},
        conclusion=Conclusion("À relire"),
    )

    last = page(upstream_client, parcours, "diagnosis_versions")
    whole = page(upstream_client, parcours, "diagnosis_versions", de=0, a=2)

    assert "Une dette" in last
    assert "Dette soldée" in last
    assert User.objects.get(pk=upstream.user_id).get_full_name() in last
    assert "À relire" in last
    assert "Une dette" not in whole


def test_a_signed_version_is_told(prescriber, coordinator, upstream, upstream_client):
    parcours = at_preparation(prescriber, coordinator, upstream)

    assert "Signée" in page(upstream_client, parcours, "diagnosis_versions")


def test_papers_before_anything_is_written(parcours, upstream_client):
    for name in ("diagnosis_grid", "diagnosis_summary", "diagnosis_versions"):
        url = reverse(f"candidates:{name}", args=[parcours.public_id])
        assert upstream_client.get(url).status_code == 200


def test_what_is_typed_is_kept_and_shown_again(parcours, upstream_client):
    url = theme_page(parcours)

    kept = upstream_client.post(
        url, typed(mobility_text="Le bus de 6 h", mobility_needs=["vehicle"], action="autosave")
    )
    html = upstream_client.get(url).content.decode()

    assert kept.status_code == 200
    assert "Brouillon enregistré à" in kept.content.decode()
    assert "Le bus de 6 h" in html
    assert "Vous reprenez un brouillon" in html
    assert diagnosis_of(parcours) is None


def test_a_draft_is_kept_without_javascript_then_goes_once_sent(parcours, upstream_client):
    url = theme_page(parcours)

    upstream_client.post(url, typed(mobility_text="Le bus", keep_draft="Garder en brouillon"))
    assert ActDraft.objects.count() == 1
    upstream_client.post(url, typed(mobility_text="Le bus", mobility_state="done"))

    assert not ActDraft.objects.exists()
    assert diagnosis_of(parcours).themes.get(theme=Theme.MOBILITY).text == "Le bus"


def test_a_draft_is_erased(parcours, upstream_client):
    url = theme_page(parcours)
    upstream_client.post(url, typed(mobility_text="Le bus", keep_draft="1"))

    upstream_client.post(url, typed(forget_draft="1"))

    assert not ActDraft.objects.exists()


def test_a_colleague_takes_a_draft_over_and_strangers_do_not(
    parcours, upstream, prescriber, upstream_client
):
    url = theme_page(parcours)
    colleague = make_membership(OrganisationKind.UPSTREAM, name="Amont de test").user
    for actor, author, words in (
        (upstream, colleague.pk, "Mots du collègue"),
        (prescriber, prescriber.user_id, "Mots d’ailleurs"),
    ):
        draft = keep_act_draft(
            actor=actor,
            parcours=parcours,
            path=url,
            typed={"version": ["0"], "mobility_text": [words]},
            now=timezone.now(),
        )
        ActDraft.objects.filter(pk=draft.pk).update(saved_by=author)
    theirs = ActDraft.objects.get(saved_by=colleague)

    offered = upstream_client.get(url).content.decode()
    taken = upstream_client.get(url, {"brouillon": theirs.public_id}).content.decode()

    assert f"?brouillon={theirs.public_id}" in offered
    assert "Mots du collègue" not in offered
    assert "Mots du collègue" in taken
    assert "ailleurs" not in taken
