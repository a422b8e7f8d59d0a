"""The run as the committee keeps it on paper: references, never a name."""

from matching.models import Arbitration
from matching.selectors.arbitration import ArbitrationPage


def arbitration_pdf(run: Arbitration, page: ArbitrationPage) -> bytes:
    from emile.core.pdf import render_pdf

    return render_pdf("matching/pdf/arbitration.html", {"run": run, "page": page})
