from datetime import timedelta

import pytest
from django.urls import reverse

from operators.services import request_password_reset
from tests.operators.factories import THEN, MembershipFactory, UserFactory


pytestmark = pytest.mark.django_db
NEW = "agrafe correcte cheval"


def test_the_page_says_the_same_whether_the_account_exists_or_not(submit):
    MembershipFactory(user__email="zoe@asso.example")
    url = reverse("operators:password_reset")

    known = submit(url, {"email": "Zoe@asso.example"})
    unknown = submit(url, {"email": "inconnu@asso.example"})

    assert known.status_code == unknown.status_code == 302
    assert known.url == unknown.url == reverse("operators:password_reset_sent")


def test_an_address_that_is_not_one_is_refused_beside_its_field(submit):
    response = submit(reverse("operators:password_reset"), {"email": "zoe"})

    assert response.status_code == 422
    assert response.context["form"].errors["email"]


def test_only_an_open_account_receives_a_link(submit, letters):
    UserFactory(email="ferme@asso.example", is_active=False)
    UserFactory(email="ouvert@asso.example")

    for address in ("ferme@asso.example", "inconnu@asso.example", "ouvert@asso.example"):
        submit(reverse("operators:password_reset"), {"email": address})

    assert "http" not in letters("ferme@asso.example")[0].body
    assert "http" not in letters("inconnu@asso.example")[0].body
    assert "http" in letters("ouvert@asso.example")[0].body


def test_asking_again_does_not_flood_the_letter_box(letters):
    UserFactory(email="zoe@asso.example")

    for minutes in (0, 1, 2, 30):
        request_password_reset(
            email="zoe@asso.example", now=THEN + timedelta(minutes=minutes, seconds=1)
        )

    assert len(letters("zoe@asso.example")) == 2


def test_the_link_changes_the_password_once(client, submit, letters, link_in):
    user = UserFactory(email="zoe@asso.example")
    submit(reverse("operators:password_reset"), {"email": user.email})
    link = link_in(letters(user.email)[0])

    form = client.get(link, follow=True)
    changed = submit(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    again = client.get(link, follow=True)

    user.refresh_from_db()
    assert changed.url == reverse("operators:password_reset_done")
    assert user.check_password(NEW)
    assert again.context["validlink"] is False


def test_a_weak_password_is_refused_beside_its_field(client, submit, letters, link_in):
    user = UserFactory(email="zoe@asso.example")
    submit(reverse("operators:password_reset"), {"email": user.email})
    form = client.get(link_in(letters(user.email)[0]), follow=True)

    response = submit(form.request["PATH_INFO"], {"new_password1": "zoe", "new_password2": "zoe"})

    assert response.status_code == 422
    assert response.context["form"].errors["new_password2"]
