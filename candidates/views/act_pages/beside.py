"""Beside the stages."""

from collections.abc import Callable
from typing import Any

from django.db import models

from candidates import services
from candidates.enums import ExchangeChannel
from candidates.forms import (
    appointments,
    beside,
    departure,
    household,
    life,
    writing,
)
from candidates.forms.act import ActForm
from candidates.models import Appointment, Household, Parcours, Person, ShelterLoss
from candidates.models.life import running_losses
from candidates.views.act_pages.page import ActPage
from operators.actors import Actor


def its_household(actor: Actor, parcours: Parcours) -> models.QuerySet[Household]:
    return Household.objects.visible_to(actor).filter(pk=parcours.household_id)


def its_people(actor: Actor, parcours: Parcours) -> models.QuerySet[Person]:
    return Person.objects.filter(
        memberships__household__in=its_household(actor, parcours), memberships__until__isnull=True
    )


def its_losses(actor: Actor, parcours: Parcours) -> models.QuerySet[ShelterLoss]:
    return running_losses().filter(parcours=parcours)


def its_appointments(actor: Actor, parcours: Parcours) -> models.QuerySet[Appointment]:
    return Appointment.objects.visible_to(actor).planned().filter(parcours=parcours)


def about_household(form: type[ActForm], service: Callable[..., Any]) -> ActPage:
    """Its button is in « Foyer »."""
    return ActPage(form, service, "household", find_in=its_household)


def about_person(form: type[ActForm], service: Callable[..., Any]) -> ActPage:
    return ActPage(form, service, "person", find_in=its_people)


BESIDE: dict[str, ActPage] = {
    "add_member": about_household(life.NewMemberForm, services.add_member),
    "expect_birth": about_household(life.ExpectBirthForm, services.expect_birth),
    "record_birth": about_household(life.BirthForm, services.record_birth),
    "separate": about_household(life.SeparateForm, services.separate),
    "member_moves": about_person(life.MemberMovesForm, services.move_member),
    "member_leaves": about_person(life.MemberLeavesForm, services.remove_member),
    "record_death": about_person(life.DeathForm, services.record_death),
    "lose_shelter": ActPage(
        departure.LoseShelterForm,
        services.lose_shelter,
        is_aside=True,
        template="candidates/lose_shelter.html",
    ),
    "find_shelter": ActPage(
        departure.FindShelterForm, services.find_shelter, "loss", find_in=its_losses
    ),
    "leave_territory": ActPage(
        departure.LeaveTerritoryForm, services.leave_territory, is_aside=True
    ),
    "assign_worker": ActPage(departure.AssignWorkerForm, services.assign_worker, is_aside=True),
    "reopen": ActPage(departure.ReopenForm, services.reopen_parcours, is_aside=True),
    "plan_appointment": ActPage(
        appointments.PlanAppointmentForm, services.plan_appointment, is_aside=True
    ),
    "close_appointment": ActPage(
        appointments.CloseAppointmentForm,
        services.close_appointment,
        "appointment",
        find_in=its_appointments,
    ),
    "note": ActPage(
        writing.WritePageForm,
        services.write,
        is_aside=True,
        template="candidates/write.html",
        keeps_draft=True,
        shortcut="Noter un échange",
        shortcut_query=f"{writing.CHANNEL}={ExchangeChannel.PHONE}",
    ),
    "remind": ActPage(beside.RemindForm, services.remind_owner, is_aside=True),
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
