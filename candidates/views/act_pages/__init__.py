from candidates.views.act_pages.offered import acts_about, next_act, offered_act, offered_acts
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.table import ACT_PAGES
from candidates.views.act_pages.upstream import THEME_PAGE


__all__ = [
    "ACT_PAGES",
    "THEME_PAGE",
    "ActPage",
    "acts_about",
    "next_act",
    "offered_act",
    "offered_acts",
]
