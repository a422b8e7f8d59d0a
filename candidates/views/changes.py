"""« Ce que les autres ont fait », on every file that one may open."""

from django.http import HttpResponse
from django.shortcuts import render

from candidates.policies import FILE_KINDS
from candidates.selectors.changes import changes_for, told_with_people
from candidates.views.parcours import TOLD
from emile.core.http import read_only
from emile.core.pagination import keyset_page
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@read_only
def changes(request: AppRequest) -> HttpResponse:
    page = keyset_page(changes_for(request.actor), request, field="recorded_at", size=25)
    context = {
        "page": page,
        "changes": told_with_people(page.rows, reader=request.actor, acts=TOLD),
    }
    return render(request, "candidates/changes.html", context)
