from emile.steering.forms.field_reports import AnswerForm, FieldReportFilter, FieldReportForm
from emile.steering.forms.figures import FrameForm, ReportPeriodForm
from emile.steering.forms.messages import DiscardForm, ReportForm


__all__ = [
    "AnswerForm",
    "DiscardForm",
    "FieldReportFilter",
    "FieldReportForm",
    "FrameForm",
    "ReportForm",
    "ReportPeriodForm",
]
