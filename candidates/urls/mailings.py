from django.urls import path

from candidates.views import mailings


urlpatterns = [
    path("informer/", mailings.mailing_list, name="mailing_list"),
    path("informer/nouveau/<str:audience>/", mailings.mailing_start, name="mailing_start"),
    path("informer/<uuid:public_id>/", mailings.mailing_detail, name="mailing_detail"),
    path("informer/<uuid:public_id>/a-qui/", mailings.mailing_audience, name="mailing_audience"),
    path("informer/<uuid:public_id>/texte/", mailings.mailing_words, name="mailing_words"),
    path(
        "informer/<uuid:public_id>/destinataires/",
        mailings.mailing_recipients,
        name="mailing_recipients",
    ),
    path("informer/<uuid:public_id>/envoyer/", mailings.mailing_send, name="mailing_send"),
    path("informer/<uuid:public_id>/<str:step>/", mailings.mailing_move, name="mailing_move"),
]
