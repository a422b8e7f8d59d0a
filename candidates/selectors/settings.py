"""The coordinator's lists: what each is for, its rows, and the open files that a change touches."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils.text import slugify

from candidates.enums import OPEN_STAGES, ReasonUse, Stage
from candidates.models import (
    ChecklistItem,
    DeadlinePolicy,
    EventKind,
    ExpectedPaper,
    Parcours,
    Reason,
)
from candidates.selectors.due import REMINDER_DELAYS
from emile.core.models.dated import DatedQuerySet
from emile.core.templatetags.emile import number
from operators.models import User
from territories.models import FreshnessRule, Offer
from territories.models.setting import Setting


# Delays that are not a stage's.
NAMED_DELAYS = {
    "offers": "Offres, besoins et logements habituels",
    "upstream_phase": "Du diagnostic à un territoire trouvé",
    "host_answer": "Réponse à une proposition",
    "report": "Bilan du séjour d’immersion",
    "reflection_limit": "Réflexion du ménage avant de proposer une pause",
    "fast_track": "Accords à réunir quand le départ est avancé",
    "hold": "Place retenue pour un ménage, durée proposée",
    "longest_hold": "Place retenue pour un ménage, durée la plus longue",
}
# The stages at which a row is looked at; everywhere else, all of them.
STAGES_OF_REASONS = {
    ReasonUse.DECLINE: (Stage.POSITIONING,),
    ReasonUse.WITHDRAWAL: (Stage.POSITIONING,),
    ReasonUse.REFUSAL: (Stage.VALIDATION,),
    ReasonUse.STAY_NOT_HELD: (Stage.IMMERSION,),
    ReasonUse.DATE_SLIP: (Stage.INSTALLATION,),
    ReasonUse.VISIT_MISSED: (Stage.FOLLOW_UP,),
}
STAGES_OF_DELAYS = {
    "upstream_phase": (Stage.PREPARATION, Stage.POSITIONING),
    "host_answer": (Stage.POSITIONING,),
    "report": (Stage.IMMERSION,),
    "reflection_limit": (Stage.REFLECTION,),
    "fast_track": (Stage.INSTALLATION,),
    "hold": (Stage.POSITIONING, Stage.INSTALLATION),
    "longest_hold": (Stage.POSITIONING, Stage.INSTALLATION),
}


@dataclass(frozen=True)
class SettingList:
    """One list of the settings. ``noun`` is what a row is called; ``scope`` picks its rows.

    The rows of a list that ``is_fixed`` are changed, never added nor retired: the programme counts
    on each of them. ``stages`` is empty when files of every stage are concerned; ``touches`` says what
    a change touches when that is no file.
    """

    slug: str
    title: str
    noun: str
    intro: str
    model: type[Setting]
    scope: dict[str, Any] = field(default_factory=dict)
    stages: Sequence[Stage] = ()
    is_fixed: bool = False
    touches: str = ""
    # Under a heading that says the rest.
    short_title: str = ""

    def rows(self) -> QuerySet[Any]:
        return self.model._default_manager.filter(**self.scope)

    def holds(self, row: Any) -> bool:
        """In Python, what ``scope`` picks."""
        codes = self.scope.get("code__in", (row.code,))
        return row.code in codes and self.scope.get("use") == getattr(row, "use", None)

    def heads(self, today: date) -> list[Setting]:
        """The last version of each row that is in force or to come, in the order of the list."""
        listed = self.rows().filter(Q(until__isnull=True) | Q(until__gte=today))
        heads = {row.code: row for row in listed.order_by("since")}
        return sorted(heads.values(), key=lambda row: (row.rank, row.pk))


def _reason_lists() -> list[SettingList]:
    return [
        SettingList(
            slug="motifs-" + slugify(use.label.replace("’", " ")),
            title=f"Motifs\u00a0: {use.label[0].lower()}{use.label[1:]}",
            short_title=use.label,
            noun="un motif",
            intro="Ce que les équipes choisissent quand elles disent pourquoi.",
            model=Reason,
            scope={"use": use},
            stages=STAGES_OF_REASONS.get(use, ()),
        )
        for use in ReasonUse
    ]


LISTS: dict[str, SettingList] = {
    one.slug: one
    for one in (
        *_reason_lists(),
        SettingList(
            slug="delais",
            title="Délais",
            noun="un délai",
            intro="Le temps que peut prendre chaque étape avant que le dossier soit en retard.",
            model=DeadlinePolicy,
            scope={"code__in": (*OPEN_STAGES, *NAMED_DELAYS)},
            is_fixed=True,
        ),
        SettingList(
            slug="rappels",
            title="Rappels",
            noun="un rappel",
            intro="Quand le message du jour prévient les équipes, et qui est prévenu d’un retard qui dure.",
            model=DeadlinePolicy,
            scope={"code__in": tuple(REMINDER_DELAYS)},
            is_fixed=True,
        ),
        SettingList(
            slug="fraicheur",
            title="Fraîcheur des offres",
            noun="un délai",
            intro="Combien de temps on peut compter sur ce que personne n’a confirmé.",
            model=FreshnessRule,
            is_fixed=True,
        ),
        SettingList(
            slug="evenements",
            title="Types d’événements",
            noun="un type d’événement",
            intro="Ce que les équipes proposent aux ménages. Un seul type est obligatoire.",
            model=EventKind,
        ),
        SettingList(
            slug="points-a-verifier",
            title="Points à vérifier avant l’installation",
            noun="un point à vérifier",
            intro="Ce qui est à faire avant l’installation, selon la situation de chaque ménage.",
            model=ChecklistItem,
            stages=(Stage.INSTALLATION,),
        ),
        SettingList(
            slug="pieces-attendues",
            title="Pièces attendues",
            noun="une pièce attendue",
            intro="Les papiers que chaque ménage apporte, selon sa situation et son étape. Une pièce "
            "qui manque n’arrête jamais un parcours.",
            model=ExpectedPaper,
        ),
    )
}


def label_of(row: Any) -> str:
    """The row's name, as people read it; works on the history of a row too."""
    if hasattr(row, "label"):
        return str(row.label)
    delays = NAMED_DELAYS | REMINDER_DELAYS
    return delays.get(row.code) or dict(Stage.choices).get(row.code, row.code)


def details_of(row: Setting) -> str:
    """What the row says besides its name."""
    match row:
        case DeadlinePolicy():
            return f"{row.count} {row.get_unit_display()}"
        case FreshnessRule():
            return (
                f"Confirmation demandée après {row.ask_days} jours, nécessaire après "
                f"{row.fresh_days}, plus de relance après {row.forgotten_days}"
            )
        case Reason(decided_by=decided_by) if decided_by:
            return f"Décision habituelle\u00a0: {row.get_decided_by_display().lower()}"
        case ChecklistItem():
            return row.get_applies_to_display()
        case ExpectedPaper():
            stage = row.get_stage_display()
            return f"{row.get_applies_to_display()}, à partir de l’étape «\u00a0{stage}\u00a0»"
        case _:
            return str(getattr(row, "details", ""))


@dataclass(frozen=True, slots=True)
class Entry:
    """A list on the first page of the settings."""

    settings: SettingList
    count: int


def _count(settings: SettingList, today: date) -> QuerySet[Any]:
    rows = settings.rows().filter(DatedQuerySet.on_q(today)).order_by()
    slug = Value(settings.slug, output_field=CharField())
    return rows.annotate(slug=slug).values("slug").annotate(count=Count("pk"))


def index_groups(today: date) -> list[tuple[str, list[Entry]]]:
    """The lists and how many rows each has in force, reasons apart. One query."""
    first, *others = (_count(one, today) for one in LISTS.values())
    counts = Counter(dict(first.union(*others, all=True).values_list("slug", "count")))
    entries = [Entry(one, counts[one.slug]) for one in LISTS.values()]
    return [
        ("Motifs", [entry for entry in entries if entry.settings.model is Reason]),
        ("Délais et listes", [entry for entry in entries if entry.settings.model is not Reason]),
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A version of a row, as the list shows it. ``can_change`` is said of the last version only."""

    code: str
    label: str
    details: str
    since: date
    until: date | None
    is_to_come: bool
    is_mandatory: bool
    can_change: bool
    changed_by: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ListPage:
    settings: SettingList
    rows: list[Row]
    past: list[Row]


def list_page(settings: SettingList, today: date) -> ListPage:
    """In force and to come, in order; then what is over, the latest first. Two queries."""
    versions = list(with_last_change(settings.rows()))
    last = {row.code: row for row in sorted(versions, key=lambda row: row.since)}
    names = names_of(versions)

    def shown(row: Any) -> Row:
        return Row(
            code=row.code,
            label=label_of(row),
            details=details_of(row),
            since=row.since,
            until=row.until,
            is_to_come=row.since > today,
            is_mandatory=getattr(row, "is_mandatory", False),
            can_change=last[row.code] is row,
            changed_by=names.get(row.changed_by_id, ""),
            changed_at=row.changed_at,
        )

    listed = [row for row in versions if row.until is None or row.until >= today]
    past = [row for row in versions if row.until is not None and row.until < today]
    # Of equal ranks, the oldest first; the versions of a row stay together.
    born = {row.code: row.pk for row in sorted(versions, key=lambda row: -row.pk)}
    listed.sort(key=lambda row: (row.rank, born[row.code], row.since))
    past.sort(key=lambda row: (row.until, row.rank), reverse=True)
    return ListPage(settings, [shown(row) for row in listed], [shown(row) for row in past])


def with_last_change(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With ``changed_at`` and ``changed_by_id``, from the history; both are None before it began."""
    history = rows.model._meta.get_field("history").related_model
    last = history.objects.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
    author = Cast(KeyTextTransform("user", "pgh_context"), BigIntegerField())
    return rows.annotate(
        changed_at=Subquery(last.values("pgh_created_at")[:1]),
        changed_by_id=Subquery(last.annotate(author=author).values("author")[:1]),
    )


def names_of(rows: Sequence[Any]) -> dict[int, str]:
    authors = User.objects.filter(pk__in={row.changed_by_id for row in rows if row.changed_by_id})
    return {user.pk: user.get_full_name() for user in authors}


@dataclass(frozen=True, slots=True)
class Touched:
    """The open files that a change concerns: those that ``keep`` what they entered their stage
    with, those that will ``take`` the change on entering theirs; ``told`` says so."""

    keep: int
    take: int
    told: str


def touched_by(settings: SettingList, code: str, today: date) -> Touched:
    """What a change of the row would touch, whatever the list."""
    if code in REMINDER_DELAYS:
        told = "Le changement vaut pour tous les dossiers, à partir du jour choisi."
        return Touched(0, 0, told)
    if settings.touches:
        return Touched(0, 0, settings.touches)
    if settings.model is not FreshnessRule:
        return files_touched(stages_of(settings, code), today)
    offers, rule = Offer.objects.open_on(today), FreshnessRule.in_force(today)
    told = in_words(
        offers.count(),
        "aucune offre n’est disponible",
        "1 offre est disponible",
        "{} offres sont disponibles",
    )
    waiting = in_words(offers.to_confirm_on(today, rule).count(), "aucune", "1", "{}")
    return Touched(
        0,
        0,
        f"À ce jour, {told}, dont {waiting} à confirmer. Le changement vaut pour toutes, à partir du "
        "jour choisi, même confirmées avant.",
    )


def files_touched(stages: Sequence[Stage], today: date) -> Touched:
    """Counted as if the change were for today, when a file that came today takes it; without
    stages, it concerns all of them."""
    files = Parcours.objects.open()
    if not stages:
        keep = files.filter(stage_since__lt=today).count()
        told = in_words(
            keep,
            "aucun dossier ouvert n’est concerné",
            "1 dossier ouvert garde la liste actuelle jusqu’à sa prochaine étape",
            "{} dossiers ouverts gardent la liste actuelle jusqu’à leur prochaine étape",
        )
        later = "Le changement vaut pour chaque étape qui commencera ensuite."
        return Touched(keep, 0, f"À ce jour, {told}. {later}")
    order = list(OPEN_STAGES)
    before = order[: order.index(stages[0])]
    keep = files.filter(stage__in=stages, stage_since__lt=today).count()
    take = files.filter(Q(stage__in=before) | Q(stage__in=stages, stage_since__gte=today)).count()
    kept = in_words(
        keep,
        "aucun dossier ouvert n’est lié à la version actuelle",
        "1 dossier ouvert à cette étape garde la version actuelle",
        "{} dossiers ouverts à cette étape gardent la version actuelle",
    )
    taken = in_words(
        take,
        "Aucun autre n’attend d’y entrer",
        "1 autre prend celle du jour où il y entre",
        "{} autres prennent celle du jour où ils y entrent",
    )
    return Touched(keep, take, f"À ce jour, {kept}. {taken}.")


def in_words(count: int, none: str, one: str, many: str) -> str:
    if count == 0:
        return none
    return one if count == 1 else many.format(number(count))


def stages_of(settings: SettingList, code: str = "") -> Sequence[Stage]:
    """Where a row is looked at: a delay has its own stage, the rest that of its list."""
    if settings.model is DeadlinePolicy and code:
        return STAGES_OF_DELAYS.get(code) or tuple(stage for stage in Stage if stage == code)
    return settings.stages


def same_words(one: str, other: str) -> bool:
    """Whatever the accents, the capitals and the punctuation."""
    return slugify(one) == slugify(other)
