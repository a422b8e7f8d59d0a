from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from emile.core.http import read_only


@read_only
def bare(request: HttpRequest) -> HttpResponse:
    """The frame that every page has, signed in, and nothing in it."""
    return render(request, "bench/bare.html")


urlpatterns = [path("_bench/", bare, name="bare"), path("", include("emile.urls"))]
