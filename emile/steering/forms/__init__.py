from emile.steering.forms.figures import FrameForm, ReportPeriodForm
from emile.steering.forms.messages import DiscardForm, ReportForm


__all__ = ["DiscardForm", "FrameForm", "ReportForm", "ReportPeriodForm"]
