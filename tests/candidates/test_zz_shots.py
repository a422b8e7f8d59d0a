from candidates.models import *
from datetime import date
from django.urls import reverse
from tests.factories import *
from tests.candidates.test_household_section import a_child
from tests.candidates.test_notes import note
from tests.candidates.test_beside import suspend
from operators.models import User, Organisation

def test_shots(server, page, sign_in, axe, fits_a_phone):
    coordinator = make_actor(OrganisationKind.COORDINATOR, name="GIP HIS")
    prescriber = make_actor(OrganisationKind.PRESCRIBER, name="CHRS de test")
    upstream = make_actor(OrganisationKind.UPSTREAM, name="Amont de test")
    host = make_actor(OrganisationKind.HOST, name="Accueil de test")
    state = make_actor(OrganisationKind.STATE, name="DDETSPP 15")
    national = make_actor(OrganisationKind.NATIONAL, name="DIHAL")
    Organisation.objects.filter(pk=state.organisation_id).update(departement="15")
    p = orient(prescriber, people=[a_candidate(nationality="other"), a_child()])
    note(prescriber, p)
    q = at_immersion(prescriber, coordinator, upstream, host)
    note(coordinator, q)
    person = Person.objects.order_by("pk").first()
    pid = p.public_id
    def shoot(actor, url, name):
        sign_in(page, User.objects.get(pk=actor.user_id))
        page.set_viewport_size({"width": 1280, "height": 900})
        r = page.goto(url); assert r.status < 400, (url, r.status)
        page.screenshot(path=f"/tmp/I/{name}-1280.png", full_page=True)
        try: axe(page)
        except AssertionError as e: print("AXE", name, str(e)[:600])
        page.set_viewport_size({"width": 320, "height": 800})
        page.screenshot(path=f"/tmp/I/{name}-320.png", full_page=True)
        try: fits_a_phone(page)
        except AssertionError as e: print("WIDE", name, e)
    act_url = lambda s: reverse("candidates:act", args=[pid, s])
    about = lambda s, i: reverse("candidates:act_about", args=[pid, s, i])
    shoot(coordinator, p.get_absolute_url(), "synthese")
    shoot(coordinator, reverse("candidates:file_household", args=[pid]), "foyer")
    shoot(coordinator, act_url("suspend"), "suspend")

    shoot(coordinator, act_url("note"), "note")
    shoot(coordinator, about("edit_person", person.public_id), "person")


    from django.db import transaction
    with database_context(coordinator.database_context), transaction.atomic():
        hid = p.household.public_id
    shoot(coordinator, about("edit_household", hid), "household")
    shoot(prescriber, reverse("candidates:correct", args=[pid, 2]), "correct")
    shoot(state, "/activite/", "activity-state")
    shoot(national, "/activite/", "activity-national")
    suspend(coordinator, p)
    shoot(coordinator, p.get_absolute_url(), "asleep")
