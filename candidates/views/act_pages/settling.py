"""From the installation to the end of the follow-up."""

from django.db import models

from candidates import services
from candidates.forms import (
    aid,
    checklist,
    fast_track,
    follow_up,
    news,
    settling,
    snapshot,
)
from candidates.models import InstallationAid, Parcours
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.project import who_moves
from operators.actors import Actor


LAID_OUT = "candidates/act_laid_out.html"


def its_aids(actor: Actor, parcours: Parcours) -> models.QuerySet[InstallationAid]:
    return parcours.installation_aids.all()


SETTLING: dict[str, ActPage] = {
    "fast_track": ActPage(
        fast_track.FastTrackForm, services.fast_track, is_aside=True, template=LAID_OUT
    ),
    "commit_job": ActPage(settling.JobForm, services.commit_job, template=LAID_OUT),
    "commit_home": ActPage(settling.HomeForm, services.commit_home, template=LAID_OUT),
    "lose_track": ActPage(settling.LoseTrackForm, services.lose_track, is_aside=True),
    "move_date": ActPage(settling.MoveDateForm, services.move_date, is_aside=True),
    "grant_derogation": ActPage(settling.DerogationForm, services.grant_derogation),
    "edit_checklist": ActPage(checklist.ChecklistForm, services.edit_checklist, template=LAID_OUT),
    "add_aid": ActPage(aid.AidForm, services.add_aid, is_aside=True, template=LAID_OUT),
    "edit_aid": ActPage(
        aid.EditAidForm, services.edit_aid, "aid", find_in=its_aids, template=LAID_OUT
    ),
    "settle": ActPage(settling.SettleForm, services.settle),
    "take_snapshot": ActPage(
        snapshot.SnapshotForm,
        services.take_snapshot,
        "person",
        find_in=who_moves,
        template=LAID_OUT,
    ),
    "visit": ActPage(follow_up.VisitForm, services.log_visit, template="candidates/visit.html"),
    "miss_visit": ActPage(follow_up.MissVisitForm, services.miss_visit, is_aside=True),
    "extend_follow_up": ActPage(follow_up.ExtendForm, services.extend_follow_up, is_aside=True),
    "close": ActPage(follow_up.CloseForm, services.close_parcours),
    "ask_news": ActPage(
        news.NewsForm, services.ask_news, is_aside=True, template="candidates/news.html"
    ),
}
