"""What is written in a report: the figures of its months, what changed, what they call for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.text import capfirst

from candidates.enums import Stage
from emile.core.charts import Chart
from emile.core.templatetags.emile import month, months_to
from emile.steering.figures.advice import Offered, Situation, advice
from emile.steering.figures.formulas import FORMULAS, Window
from emile.steering.figures.measures import Measure, Milestone
from emile.steering.figures.words import said
from emile.steering.models import Report, Scope
from emile.steering.selectors.dashboard import Dashboard, dashboard, sections_of
from emile.steering.selectors.figure_page import by_month
from emile.steering.selectors.figures import (
    Figure,
    Frame,
    counted_at,
    figures,
    scope_name,
    sums_of,
)
from emile.steering.selectors.lens import Lens
from emile.steering.selectors.published import PublishedYear, published
from operators.enums import OrganisationKind
from territories.enums import OfferKind
from territories.models import FreshnessRule, Mandate, Offer, Territory
from territories.selectors.tallies import tallies_of


A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Local:
    """What a territory offers: ``offers`` are, of each kind, how many and how many one may count on."""

    territory: Territory
    offers: Sequence[tuple[str, int, int]]
    hosts: Sequence[str]
    advice: Sequence[str]
    columns = ("Nature", "Offertes", "Confirmées récemment")

    @property
    def has_offers(self) -> bool:
        return any(current for _, current, _ in self.offers)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """``rows`` compare the period with the one before and, for one month, twelve months with the
    twelve before; ``sentences`` say each change of the period."""

    scope: str
    frame: Frame
    as_of: datetime
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    sentences: Sequence[str]
    months: Chart | None
    parts: Sequence[Dashboard]
    definitions: Sequence[tuple[str, str]]
    local: Local | None
    published: PublishedYear | None
    counted_at: datetime | None

    @property
    def period(self) -> str:
        return months_to(self.frame.first, self.frame.last)


def frame_of(report: Report, on: date) -> Frame:
    """As known that day: the same figures are read again later, with that day."""
    return Frame(report.first, report.last, Scope(report.scope), report.scope_id, as_of=on)


def report_page(report: Report, now: datetime) -> ReportPage:
    """Expects to be asked as the platform: it opens no file, it counts them. A territory is shown as
    its State services read it."""
    on = timezone.localdate(now)
    frame = frame_of(report, on)
    is_local = frame.scope == Scope.TERRITORY
    lens = Lens(frame.scope, report.scope_id, Territory.objects.none(), is_masked=is_local)
    parts = [dashboard(section, frame, lens, on) for section in sections_of(lens)]
    key = parts[0].key_figures
    frames, year = [frame, frame.before], frame
    if report.is_of_a_month:
        year = replace(frame, first=frame.last - relativedelta(months=A_YEAR - 1))
        frames += [year, year.before]
    return ReportPage(
        scope=scope_name(frame),
        frame=frame,
        as_of=now,
        columns=("Indicateur", *(capfirst(months_to(one.first, one.last)) for one in frames)),
        rows=_rows(frames, [one.indicator.code for one in key], on),
        sentences=list(_sentences(key, frame.before)),
        months=by_month(year, FORMULAS["settled"], title="Ménages installés, mois par mois"),
        parts=parts,
        definitions=[(one.indicator.label, one.indicator.sentence) for one in key],
        local=_local(report.territory, frame, on) if report.territory else None,
        published=published(frame.scope, report.scope_id) if is_local else None,
        counted_at=counted_at(),
    )


def _rows(frames: Sequence[Frame], codes: Sequence[str], on: date) -> list[Sequence[str]]:
    of_frames = [figures(frame, on, codes=codes) for frame in frames]
    found = [{one.indicator.code: one for one in some} for some in of_frames]
    return [
        (found[0][code].indicator.label, *(some[code].text for some in found)) for code in codes
    ]


def _sentences(key: Sequence[Figure], before: Frame) -> Iterator[str]:
    """One for each that moved or is not zero; the others in one."""
    than = f"qu’en {month(before.first)}"
    if before.months > 1:
        than = f"que les {before.months} mois d’avant"
    still_zero: list[str] = []
    for one in key:
        earlier = one.compared.value if one.compared else None
        if one.result.value == earlier == 0:
            still_zero.append(one.indicator.label)
        else:
            yield said(one.indicator.label, one.result.value, earlier, one.unit, than)
    if still_zero:
        yield f"Zéro, comme avant\u00a0: {', '.join(still_zero)}."


def _local(territory: Territory, frame: Frame, on: date) -> Local:
    published_offers = Offer.objects.filter(published_on__isnull=False)
    tallies = tallies_of(territory, published_offers, on, FreshnessRule.in_force(on))
    offered = {
        kind: Offered(
            sum(one.current for one in tallies if one.kind == kind),
            sum(one.fresh for one in tallies if one.kind == kind),
        )
        for kind in OfferKind
    }
    mandates = Mandate.objects.on(on).of_kind(OrganisationKind.HOST)
    hosts = mandates.filter(territory=territory).select_related("organisation")
    situation = _situation(territory, frame, offered, has_host=bool(hosts))
    return Local(
        territory=territory,
        offers=[(kind.label, one.current, one.fresh) for kind, one in offered.items()],
        hosts=sorted({mandate.organisation.name for mandate in hosts}),
        advice=advice(situation),
    )


def _situation(
    territory: Territory, frame: Frame, offered: Mapping[OfferKind, Offered], *, has_host: bool
) -> Situation:
    held, passed = sums_of(frame, Window.UNTIL), sums_of(frame, Window.PERIOD)
    accepted = (Measure.MILESTONE, Milestone.ACCEPTED, 0)

    def at(*stages: Stage) -> int:
        return sum(held.get((Measure.PRESENT, stage, 0), 0) for stage in stages)

    return Situation(
        has_host=has_host,
        staying=at(Stage.IMMERSION, Stage.REFLECTION),
        validating=at(Stage.VALIDATION),
        settling=at(Stage.INSTALLATION),
        accepted=passed.get(accepted, 0),
        capacity=territory.monthly_capacity if frame.months == 1 else None,
        homes=offered[OfferKind.HOME],
        jobs=offered[OfferKind.JOB],
    )
