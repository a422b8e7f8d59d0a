from django.urls import path

from candidates.views import messages


urlpatterns = [
    path("mes-messages/", messages.my_messages, name="my_messages"),
]
