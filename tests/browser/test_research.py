"""A research set, from the demand to the archive, in a browser; and the FSE+ page."""

from django.db import transaction
from django.utils import timezone

from emile.core.context import database_context, system
from emile.steering.models import ResearchRelease
from emile.steering.services.figures import follow_journal
from emile.steering.services.research import carry_on
from tests.browser.conftest import CAST
from tests.factories import orient


def test_a_set_is_asked_approved_and_taken_and_the_fund_has_its_page(page, desk_at, cast, judge):
    prescriber = cast["prescriber"].as_actor(CAST["prescriber"][0])
    for _ in range(6):
        orient(prescriber)
    follow_journal(now=timezone.now())
    desk = desk_at(page, judge=judge)

    desk.sits("national")
    desk.go("/pilotage/fse-plus/")
    desk.go("/pilotage/recherche/")
    desk.follow("Demander un jeu de recherche")
    desk.fill("Laboratoire", "Dares")
    desk.fill("convention", "Convention 2026-12")
    desk.fill("Finalité", "Mesurer les délais entre les étapes du parcours.")
    desk.press("Demander")
    assert desk.reads("À examiner")
    with database_context(system("test")), transaction.atomic():
        release = ResearchRelease.objects.get()

    desk.sits("coordinator")
    desk.go(f"{release.get_absolute_url()}refuser/")
    desk.go(release.get_absolute_url())
    desk.press("Approuver")
    carry_on(release_id=release.pk, clock=timezone.now)
    desk.go(release.get_absolute_url())
    assert desk.reads("Plus petite classe")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Télécharger l’archive").click()
    assert taken.value.suggested_filename.endswith(".zip")
    desk.go(release.get_absolute_url())
    assert desk.reads("Téléchargements")
    desk.go("/pilotage/recherche/")

    assert desk.complaints == []
