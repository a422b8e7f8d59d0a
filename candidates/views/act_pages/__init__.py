from candidates.views.act_pages.offered import acts_about, next_act, offered_acts
from candidates.views.act_pages.page import ActPage
from candidates.views.act_pages.table import ACT_PAGES


__all__ = ["ACT_PAGES", "ActPage", "acts_about", "next_act", "offered_acts"]
