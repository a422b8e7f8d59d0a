from tests.candidates.test_settling_in_a_browser import cast
from tests.factories import *
from django.urls import reverse
def shoot(page, name):
    for w in (1280, 320):
        page.set_viewport_size({"width": w, "height": 900})
        page.screenshot(path=f"/tmp/h_{name}_{w}.png", full_page=True)
def test_x(cast, page, sign_in):
    p = at_validation(*cast); host = User.objects.get(pk=cast[3].user_id); sign_in(page, host)
    edit_project(cast[3], p, job_certainty=Certainty.PROMISED, home_certainty=Certainty.PROMISED, monthly_rent=Decimal(450), home_commune=Commune.objects.get(code="15014"))
    say(cast[3], p, "adult", "employer")
    page.goto(reverse("candidates:act", args=[p.public_id, "answer_validation"])); shoot(page, "round")
    page.goto(reverse("candidates:file_project", args=[p.public_id])); shoot(page, "project")
    everyone_agrees(cast[2], cast[3], p)
    commit_home(cast[3], p)
    page.goto(reverse("candidates:file_installation", args=[p.public_id])); shoot(page, "install")
    commit_job(cast[3], p); act(services.settle, cast[3], p)
    page.goto(reverse("candidates:act", args=[p.public_id, "visit"])); shoot(page, "visit")
    visit(cast[3], p, MilestoneKind.M1)
    page.goto(reverse("candidates:file_installation", args=[p.public_id])); shoot(page, "follow")
