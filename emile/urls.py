"""The addresses of the whole site. French for people, English for us."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from emile.core.views import pages


handler400 = "emile.core.views.bad_request"
handler403 = "emile.core.views.permission_denied"
handler404 = "emile.core.views.not_found"
handler500 = "emile.core.views.server_error"

urlpatterns = [
    path("", pages.home, name="home"),
    path("", include("emile.core.urls")),
    path("", include("operators.urls")),
    path("", include("matching.urls")),
    path("", include("territories.urls")),
    path("", include("candidates.urls")),
    path("", include("emile.steering.urls")),
    path("admin/", admin.site.urls),
]

if settings.SHOWS_LETTER_BOX:
    from emile.core.letter_box import letter_box

    urlpatterns += [
        path("boite-aux-lettres/", letter_box, name="letter_box"),
    ]
