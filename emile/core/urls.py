from django.conf import settings
from django.urls import path

from emile.core.views import components, health, pages


app_name = "core"

urlpatterns = [
    path("accessibilite/", pages.page, {"template": "pages/accessibility.html"}, "accessibility"),
    path("mentions-legales/", pages.page, {"template": "pages/legal.html"}, "legal"),
    path("donnees-personnelles/", pages.page, {"template": "pages/privacy.html"}, "privacy"),
    path("plan-du-site/", pages.page, {"template": "pages/site_map.html"}, "site_map"),
    path("aide/", pages.help_page, name="help"),
    path(".well-known/security.txt", pages.security, name="security"),
    path("sante/", health.ready, name="ready"),
    path("sante/vie/", health.alive, name="alive"),
]

if settings.SHOWS_COMPONENTS:
    urlpatterns += [
        path("_composants/", components.components, name="components"),
    ]
