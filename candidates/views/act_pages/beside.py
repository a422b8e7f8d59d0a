"""Beside the stages."""

from django.db import models

from candidates import services
from candidates.forms import (
    beside,
    household,
)
from candidates.models import Household, Parcours, Person
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


def its_household(actor: Actor, parcours: Parcours) -> models.QuerySet[Household]:
    return Household.objects.visible_to(actor).filter(pk=parcours.household_id)


def its_people(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    return Person.objects.filter(
        memberships__household__in=its_household(actor, parcours), memberships__until__isnull=True
    )


BESIDE: dict[str, ActPage] = {
    "note": ActPage(beside.NoteForm, services.log_exchange, is_aside=True),
    "suspend": ActPage(beside.SuspendForm, services.suspend_parcours, is_aside=True),
    "resume": ActPage(beside.ResumeForm, services.resume_parcours),
    "exit": ActPage(beside.ExitForm, services.exit_parcours, is_aside=True),
    "edit_household": ActPage(
        household.HouseholdForm, services.edit_household, "household", find_in=its_household
    ),
    "edit_person": ActPage(
        household.PersonForm, services.edit_person, "person", find_in=its_people
    ),
    "record_permit": ActPage(
        household.PermitForm, services.record_permit, "person", find_in=its_people
    ),
    "record_contact": ActPage(
        household.ContactForm, services.record_contact, "person", find_in=its_people
    ),
}
