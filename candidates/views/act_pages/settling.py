"""From the installation to the end of the follow-up."""

from candidates import services
from candidates.forms import (
    follow_up,
    settling,
)
from candidates.views.act_pages.page import ActPage


SETTLING: dict[str, ActPage] = {
    "commit_job": ActPage(settling.JobForm, services.commit_job),
    "commit_home": ActPage(settling.HomeForm, services.commit_home),
    "grant_derogation": ActPage(settling.DerogationForm, services.grant_derogation),
    "settle": ActPage(settling.SettleForm, services.settle),
    "visit": ActPage(follow_up.VisitForm, services.log_visit, template="candidates/visit.html"),
    "close": ActPage(follow_up.CloseForm, services.close_parcours),
}
