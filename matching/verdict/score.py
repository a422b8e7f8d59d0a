"""Version 1 of the score: declared integer points, added up. Nothing here was learnt from anybody."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from matching.verdict.facts import Adult, Case, Home, Job, Offer, Road
from matching.verdict.nearby import has_all
from matching.verdict.predicates import language_gap, qualification_gap
from matching.verdict.rent import AFFORDABLE, effort


HIGHEST = 1000
# Minutes of travel that cost nothing; each one beyond costs a point.
NEAR_MINUTES = 15
RANKED = 3
# A rate is told, and counted, by tenths.
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Rule:
    """One named term: the group under which people read it, what it rewards, its usual points.

    These are a maximum where it ``is_at_most``: a term may be worth a part of them.
    """

    group: str
    reward: str
    points: int
    is_at_most: bool = False

    @property
    def label(self) -> str:
        return f"{self.reward}, au plus" if self.is_at_most else self.reward


JOB, HOME, WISH, REST = "L’emploi ou la formation", "Le logement", "Les souhaits", "Le quotidien"

# fmt: off
RULES: Mapping[str, Rule] = {
    "job_exact":           Rule(JOB,  "Le métier du projet", 300),
    "job_near":            Rule(JOB,  "Un métier du même domaine", 180),
    "training":            Rule(JOB,  "Une entrée en formation vers ce métier ou son domaine", 200),
    "qualification_met":   Rule(JOB,  "Le diplôme demandé est atteint", 80),
    "qualification_short": Rule(JOB,  "Il manque un niveau de diplôme", 30),
    "language_met":        Rule(JOB,  "Le français attendu est atteint", 60),
    "language_short":      Rule(JOB,  "Il manque un niveau de français", 20),
    "licence":             Rule(JOB,  "Le permis demandé est là, ou aucun n’est demandé", 40),
    "wanted":              Rule(JOB,  "Un métier que le territoire dit rechercher", 40),
    "employer_answers":    Rule(JOB,  "L’employeur répond quand on l’interroge", 60, is_at_most=True),
    "home_exact":          Rule(HOME, "La taille recherchée", 120),
    "home_larger":         Rule(HOME, "Une pièce de plus", 80),
    "effort_25":           Rule(HOME, "Le loyer prend 25\u00a0% du salaire au plus", 80),
    "effort_30":           Rule(HOME, "Le loyer prend de 25 à 30\u00a0% du salaire", 50),
    "effort_35":           Rule(HOME, "Le loyer prend de 30 à 35\u00a0% du salaire", 20),
    "services":            Rule(HOME, "École, garde et médecin à moins de 15 minutes", 60),
    "landlord_answers":    Rule(HOME, "Le bailleur répond quand on l’interroge", 30, is_at_most=True),
    "wish_1":              Rule(WISH, "Le premier territoire souhaité", 130),
    "wish_2":              Rule(WISH, "Le deuxième", 90),
    "wish_3":              Rule(WISH, "Le troisième", 60),
    "wish_other":          Rule(WISH, "Un autre territoire souhaité", 20),
    "second_exact":        Rule(REST, "L’autre adulte y trouve le métier de son projet", 150),
    "second_near":         Rule(REST, "L’autre adulte y trouve un métier de son domaine", 60),
    "travel":              Rule(REST, "Au-delà de 15 minutes, un point perdu par minute", 60, is_at_most=True),
}
# fmt: on
Weights = Mapping[str, int]
USUAL: Weights = {name: rule.points for name, rule in RULES.items()}
# By the share of the pay that they stop at.
EFFORTS = {25: "effort_25", 30: "effort_30", AFFORDABLE: "effort_35"}


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    points: int

    @property
    def rule(self) -> Rule:
        return RULES[self.name]


def clamped(points: int) -> int:
    return max(0, min(points, HIGHEST))


def total(terms: Iterable[Term]) -> int:
    return sum(term.points for term in terms)


def of_job(adult: Adult, job: Job, weights: Weights) -> Iterator[Term]:
    match = adult.match(job.rome)
    if match in {"exact", "near"}:
        yield _whole("training" if job.is_training else f"job_{match}", weights)
    yield from _gap("qualification", qualification_gap(adult, job), weights)
    yield from _gap("language", language_gap(adult, job), weights)
    if not job.licence or job.licence in (adult.licences or ()):
        yield _whole("licence", weights)
    if job.is_wanted:
        yield _whole("wanted", weights)
    yield from _answers("employer_answers", job, weights)


def of_home(case: Case, home: Home, weights: Weights) -> Iterator[Term]:
    if home.rooms == case.least_rooms:
        yield _whole("home_exact", weights)
    elif home.rooms == case.least_rooms + 1:
        yield _whole("home_larger", weights)
    if has_all(case, home.services):
        yield _whole("services", weights)
    if home.territory in case.wishes:
        place = case.wishes.index(home.territory) + 1
        yield _whole(f"wish_{place}" if place <= RANKED else "wish_other", weights)
    yield from _answers("landlord_answers", home, weights)


def of_both(home: Home, job: Job, weights: Weights) -> Iterator[Term]:
    """The rent against the pay, before any housing aid; charges that nobody knows earn nothing."""
    share = None if home.charges is None else effort(home, job)
    if share is not None:
        yield from [_whole(name, weights) for limit, name in EFFORTS.items() if share <= limit][:1]


def most_of_both(home: Home, job: Job, weights: Weights) -> int:
    """As much as a home may earn with this job, or with one that pays less."""
    share = None if home.charges is None else effort(home, job)
    if share is None:
        return 0
    return max((weights[name] for limit, name in EFFORTS.items() if share <= limit), default=0)


def of_road(road: Road, weights: Weights) -> Iterator[Term]:
    """Points lost, if any."""
    if lost := min(max(road.minutes - NEAR_MINUTES, 0), weights["travel"]):
        yield Term("travel", -lost)


def of_second(adult: Adult, job: Job, weights: Weights) -> Iterator[Term]:
    match = adult.match(job.rome)
    if match in {"exact", "near"}:
        yield _whole(f"second_{match}", weights)


def _gap(name: str, gap: int | None, weights: Weights) -> Iterator[Term]:
    if gap in {0, 1}:
        yield _whole(f"{name}_{'short' if gap else 'met'}", weights)


def _answers(name: str, offer: Offer, weights: Weights) -> Iterator[Term]:
    """What was not measured earns nothing, and is told nowhere."""
    if offer.answers is not None:
        yield _part(name, offer.answers, TENTHS, weights)


def _whole(name: str, weights: Weights) -> Term:
    return Term(name, weights[name])


def _part(name: str, earned: int, most: int, weights: Weights) -> Term:
    """Of the points of an « at most » term, rounded down."""
    return Term(name, weights[name] * earned // most)
