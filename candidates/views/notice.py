"""What the person takes home after the orientation."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from candidates.enums import Stage
from candidates.models import Parcours
from candidates.policies import FILE_KINDS
from candidates.reference.notice import FRENCH, NOTICES, notice_language
from candidates.selectors.household import spoken_language
from candidates.views.file import open_file
from candidates.views.reading import logs_reading
from emile.core.http import read_only
from operators.http import AppRequest, requires


@requires(*FILE_KINDS)
@logs_reading("notice")
@read_only
def notice(request: AppRequest, public_id: UUID) -> HttpResponse:
    """On paper, in the person's language and in French; ``langue`` chooses another one."""
    parcours = open_file(request, public_id)
    spoken = spoken_language(parcours, timezone.localdate())
    language = notice_language(request.GET.get("langue", ""), spoken)
    promised = promised_answer(parcours)
    context = {
        "parcours": parcours,
        "texts": [
            (code, NOTICES[code], NOTICES[code].sentences(**promised))
            for code in dict.fromkeys((language, FRENCH))
        ],
        "languages": [(code, one.name, code == language) for code, one in NOTICES.items()],
    }
    return render(request, "candidates/orientation/notice.html", context)


def promised_answer(parcours: Parcours) -> dict[str, str]:
    """Who calls and before which day, while the household waits for it."""
    caller = parcours.owner_organisation if parcours.stage == Stage.ELIGIBILITY else None
    return {
        "reference": parcours.household.reference,
        "caller": caller.name if caller else "",
        "phone": caller.phone if caller else "",
        "day": f"{parcours.due_on:%d/%m/%Y}" if caller and parcours.due_on else "",
    }
