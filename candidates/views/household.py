"""« Foyer »: who is in the household, their papers, how to reach them, what they need."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.policies import FILE_KINDS
from candidates.selectors.household import household_page
from candidates.views.act_pages import acts_about
from candidates.views.file import file_context, open_file
from candidates.views.reading import logs_reading
from emile.core.http import read_only
from operators.http import AppRequest, requires


PERSON_ACTS = ("edit_person", "record_permit", "record_contact")
PERSON_EVENTS = ("member_moves", "member_leaves", "record_death")
HOUSEHOLD_EVENTS = ("add_member", "expect_birth", "record_birth", "separate")
PLACES = ("household__sleeps_in__departement", "household__domiciled_in__departement")


@requires(*FILE_KINDS)
@logs_reading("foyer")
@read_only
def file_household(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id, *PLACES)
    page = household_page(request.actor, parcours, timezone.localdate())
    household_id = page.household.public_id
    about = partial(acts_about, request.actor, parcours)
    context = file_context(request, parcours, "file_household") | {
        "page": page,
        "people": [
            (
                one,
                about(one.person.public_id, *PERSON_ACTS),
                about(one.person.public_id, *PERSON_EVENTS),
            )
            for one in page.people
        ],
        "household_acts": about(household_id, "edit_household"),
        "household_events": about(household_id, *HOUSEHOLD_EVENTS),
    }
    return render(request, "candidates/sections/household.html", context)
