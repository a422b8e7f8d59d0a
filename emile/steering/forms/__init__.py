from emile.steering.forms.figures import FrameForm
from emile.steering.forms.messages import DiscardForm, ReportForm


__all__ = ["DiscardForm", "FrameForm", "ReportForm"]
