"""« Foyer »: who is in the household, their papers, how to reach them, what they need."""

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


@requires(*FILE_KINDS)
@logs_reading("foyer")
@read_only
def file_household(request: AppRequest, public_id: UUID) -> HttpResponse:
    parcours = open_file(request, public_id)
    page = household_page(parcours, timezone.localdate())
    household_id = page.household.public_id
    context = file_context(request, parcours, "file_household") | {
        "page": page,
        "people": [
            (one, acts_about(request.actor, parcours, one.person.public_id, *PERSON_ACTS))
            for one in page.people
        ],
        "household_acts": acts_about(request.actor, parcours, household_id, "edit_household"),
    }
    return render(request, "candidates/sections/household.html", context)
