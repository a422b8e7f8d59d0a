"""What whoever stands in must know of the files of a colleague who is away."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from candidates.policies import FILE_KINDS
from candidates.selectors.cover import files_in_brief
from candidates.views.parcours import TOLD
from emile.core.http import read_only
from operators.http import AppRequest, requires
from operators.models import Absence


@requires(*FILE_KINDS)
@read_only
def cover(request: AppRequest, public_id: UUID) -> HttpResponse:
    today = timezone.localdate()
    absences = Absence.objects.visible_to(request.actor).to_come(today).for_list()
    absence = get_object_or_404(absences, public_id=public_id)
    files = files_in_brief(absence, actor=request.actor, today=today, acts=TOLD)
    return render(
        request, "candidates/cover.html", {"absence": absence, "files": files, "today": today}
    )
