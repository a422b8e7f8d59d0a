"""The site's addresses, with the demonstration's letter box."""

from django.urls import path

from emile import urls
from emile.core.letter_box import letter_box


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [*urls.urlpatterns, path("boite-aux-lettres/", letter_box, name="letter_box")]
