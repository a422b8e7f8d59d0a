"""Which form and which service each step of the workflow has."""

from candidates.views.act_pages.beside import BESIDE
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.preparation import PREPARATION
from candidates.views.act_pages.project import PROJECT
from candidates.views.act_pages.settling import SETTLING
from candidates.views.act_pages.stay import STAY
from candidates.views.act_pages.upstream import UPSTREAM


ACT_PAGES: dict[str, ActPage] = {**UPSTREAM, **PREPARATION, **PROJECT, **STAY, **SETTLING, **BESIDE}
