from emile.steering.forms.field_reports import AnswerForm, FieldReportFilter, FieldReportForm
from emile.steering.forms.figures import FrameForm, ProgrammePeriodForm, ReportPeriodForm
from emile.steering.forms.messages import DiscardForm, ReportForm
from emile.steering.forms.research import RefusalForm, ReleaseForm


__all__ = [
    "AnswerForm",
    "DiscardForm",
    "FieldReportFilter",
    "FieldReportForm",
    "FrameForm",
    "ProgrammePeriodForm",
    "RefusalForm",
    "ReleaseForm",
    "ReportForm",
    "ReportPeriodForm",
]
