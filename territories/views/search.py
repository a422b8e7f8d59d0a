"""What the search fields ask for while one writes."""

from collections.abc import Iterable
from dataclasses import asdict

from django.http import JsonResponse

from emile.core.http import read_only
from operators.http import AppRequest
from territories.forms import LONGEST_TEXT, Choice, commune_choice, occupation_choice
from territories.selectors import search_communes, search_occupations


@read_only
def commune_search(request: AppRequest) -> JsonResponse:
    return _results(commune_choice(row) for row in search_communes(_asked(request)).rows)


@read_only
def occupation_search(request: AppRequest) -> JsonResponse:
    return _results(occupation_choice(row) for row in search_occupations(_asked(request)).rows)


def _asked(request: AppRequest) -> str:
    return request.GET.get("q", "").replace("\0", "")[:LONGEST_TEXT]


def _results(choices: Iterable[Choice]) -> JsonResponse:
    return JsonResponse({"results": [asdict(choice) for choice in choices]})
