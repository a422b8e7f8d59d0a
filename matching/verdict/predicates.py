"""The fourteen predicates: each says yes, no or « we don't know », in a sentence.

A legal or a practical no makes a pair impossible; so does a wish that the household told. Unknown
never counts as yes: it stays possible, is listed as something to check, and earns nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from matching.verdict.cures import Cure
from matching.verdict.facts import (
    DAYTIME,
    LANGUAGES,
    QUALIFICATIONS,
    Adult,
    Home,
    Job,
    Pair,
    rank,
)
from matching.verdict.nearby import provision
from matching.verdict.rent import AFFORDABLE, effort, least_effort


NBSP = "\u00a0"
# Days: how late a home may come after the job, in temporary lodging; how far ahead a job is sought.
HOME_AFTER_JOB, HORIZON = 30, 180
# Kilometres by road: on foot or by bicycle; then perhaps by bus. Minutes by car, at most.
WALKING_KM, TRANSPORT_KM, LONGEST_MINUTES = 5, 20, 45
# Below that age, odd hours need somebody at home.
MINDED_UNTIL = 12


class Severity(Enum):
    LEGAL = "condition légale"
    PRACTICAL = "condition pratique"
    WISH = "souhait du ménage"


class State(Enum):
    YES = "✔"
    NO = "✖"
    UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Answer:
    """``cure`` is what the household could change for a no to become a yes, if anything."""

    state: State
    sentence: str
    cure: Cure | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """``needs`` are the parts of a pair without which it has nothing to say."""

    code: str
    severity: Severity
    needs: tuple[str, ...]
    subject: str
    check: Callable[[Pair], Answer]


@dataclass(frozen=True, slots=True)
class Finding:
    predicate: Predicate
    state: State
    sentence: str
    cure: Cure | None = None

    @property
    def code(self) -> str:
        return self.predicate.code

    @property
    def is_no(self) -> bool:
        return self.state is State.NO

    @property
    def is_unknown(self) -> bool:
        return self.state is State.UNKNOWN


def yes(sentence: str) -> Answer:
    return Answer(State.YES, sentence)


def no(sentence: str, cure: Cure | None = None) -> Answer:
    return Answer(State.NO, sentence, cure)


def unknown(sentence: str) -> Answer:
    return Answer(State.UNKNOWN, sentence)


# The household's wishes and its home


def territory_is_wished(pair: Pair) -> Answer:
    case, offer = pair.case, _offer(pair)
    if offer.territory in case.refused:
        return no("Le ménage a dit «\u00a0pas là\u00a0».", Cure("wish", offer.territory))
    if offer.territory in case.wishes:
        place = case.wishes.index(offer.territory) + 1
        return yes(f"C’est son {place}{'er' if place == 1 else 'e'} souhait de territoire.")
    if not case.wishes:
        return unknown("Le ménage n’a pas encore dit où il irait\u00a0: demandez-lui.")
    return no(
        "Ce territoire n’est pas parmi ceux que le ménage souhaite.", Cure("wish", offer.territory)
    )


def home_is_of_the_right_size(pair: Pair) -> Answer:
    case, home = pair.case, _home(pair)
    if case.least_rooms <= home.rooms <= case.most_rooms:
        return yes(f"T{home.rooms} pour {_people(case.people)}.")
    size = "trop petit" if home.rooms < case.least_rooms else "trop grand"
    wanted = f"un T{case.least_rooms} est recherché"
    return no(f"T{home.rooms}\u00a0: {size}, {wanted}.", Cure("rooms", home.rooms))


def home_is_within_reach_of_all(pair: Pair) -> Answer:
    needs, is_easy = pair.case.needs_access, _home(pair).is_easy
    if needs is False:
        return yes("Le ménage n’a pas besoin d’un rez-de-chaussée ni d’un ascenseur.")
    if is_easy:
        return yes("Sans escalier\u00a0: rez-de-chaussée, ascenseur ou logement accessible.")
    if needs is None:
        return unknown("Demandez au ménage s’il a besoin d’un rez-de-chaussée ou d’un ascenseur.")
    if is_easy is None:
        return unknown("Étage et ascenseur à demander au bailleur.")
    return no("Il y a des escaliers, et le ménage ne peut pas en monter.")


def rent_is_bearable(pair: Pair) -> Answer:
    """Against the pay of the job, when it is known, and what the household said it can pay."""
    case, home = pair.case, _home(pair)
    amount = f"{home.whole_rent:.0f}{NBSP}€"
    share = effort(home, pair.job)
    least = least_effort(home, pair.job, people=case.people)
    told = f"{amount}, soit {share}{NBSP}% du salaire proposé, avant aide au logement"
    if least is not None and least > AFFORDABLE:
        # Whatever the household says it can pay: it is not what it would earn there.
        return no(f"{told}\u00a0: trop, même avec l’aide la plus forte (estimation).")
    if case.highest_rent is not None and home.whole_rent > case.highest_rent:
        over = home.whole_rent - case.highest_rent
        return no(
            f"{amount} par mois\u00a0: {over:.0f}{NBSP}€ de plus que ce que le ménage peut payer.",
            Cure("rent", home.whole_rent),
        )
    if share is not None and share > AFFORDABLE:
        return unknown(f"{told}\u00a0: faites une simulation de l’aide (estimation).")
    if home.charges is None:
        return unknown(f"{amount} sans les charges, à demander au bailleur.")
    if share is not None:
        return yes(f"{told}.")
    if case.highest_rent is not None:
        return yes(f"{amount} par mois\u00a0: dans ce que le ménage peut payer.")
    return unknown(f"{amount} par mois\u00a0: demandez au ménage ce qu’il peut payer.")


def home_is_free_in_time(pair: Pair) -> Answer:
    case, home, job = pair.case, _home(pair), _job(pair)
    starts = max(job.available_from, case.today)
    if home.available_from <= starts:
        return yes("Le logement est libre quand l’emploi ou la formation commence.")
    days = (home.available_from - starts).days
    if days <= HOME_AFTER_JOB:
        return yes(f"Le logement est libre {days} jours après le début, hébergement à prévoir.")
    return no(f"Le logement n’est libre que {days} jours après le début.")


# The job


def occupation_is_in_the_project(pair: Pair) -> Answer:
    job = _job(pair)
    match pair.adult.match(job.rome):
        case "exact":
            return yes("C’est le métier du projet.")
        case "near":
            return yes("C’est un métier du même domaine que le projet.")
        case "unknown":
            return unknown("Aucun métier n’est encore retenu\u00a0: demandez à la personne.")
    return no("Ce métier est loin du projet.", Cure("project", job.rome))


def _whom(pair: Pair) -> str:
    return "l’organisme de formation" if _job(pair).is_training else "l’employeur"


def qualification_is_held(pair: Pair) -> Answer:
    asked, own = _job(pair).qualification, pair.adult.qualification
    if asked == QUALIFICATIONS[0]:
        return yes("Aucun diplôme n’est demandé.")
    if not asked:
        return unknown(f"Diplôme demandé ou non\u00a0: à demander à {_whom(pair)}.")
    if not own:
        return unknown("Un diplôme est demandé\u00a0: le niveau de la personne n’est pas noté.")
    match _missing(QUALIFICATIONS, asked, own):
        case 0:
            return yes("La personne a le niveau de diplôme demandé.")
        case 1:
            return yes(f"Il manque un niveau de diplôme\u00a0: {_whom(pair)} peut l’accepter.")
    return no("Le diplôme demandé est bien au-dessus.", Cure("qualification", asked))


def licence_is_held(pair: Pair) -> Answer:
    asked, held = _job(pair).licence, pair.adult.licences
    if not asked:
        return yes("Aucun permis n’est demandé.")
    if held is None:
        return unknown(f"Permis {asked} demandé\u00a0: demandez à la personne si elle l’a.")
    if asked in held:
        return yes(f"La personne a le permis {asked} demandé.")
    return no(f"Le permis {asked} est demandé pour le poste.", Cure("licence", asked))


def french_is_spoken_enough(pair: Pair) -> Answer:
    asked, own = _job(pair).language, pair.adult.language
    if not asked:
        return unknown(f"Niveau de français attendu\u00a0: à demander à {_whom(pair)}.")
    if not own:
        return unknown(f"Français {asked} attendu\u00a0: le niveau de la personne n’est pas noté.")
    match _missing(LANGUAGES, asked, own):
        case 0:
            return yes(f"Français {own}, {asked} attendu.")
        case 1:
            return yes(f"Français {own}, {asked} attendu\u00a0: il manque un niveau.")
    return no(f"Français {own}\u00a0: {asked} est attendu.", Cure("language", asked))


def hours_and_start_suit(pair: Pair) -> Answer:
    case, job = pair.case, _job(pair)
    if job.available_from > case.today + timedelta(days=HORIZON):
        return no("Cela ne commence que dans plus de six mois.")
    starts = _start(job, case.today)
    if not job.schedule:
        return unknown(f"{starts}, horaires à demander.")
    if job.schedule == DAYTIME:
        return yes(f"{starts}, en journée.")
    if any(age is None or age < MINDED_UNTIL for age in case.child_ages):
        return unknown(f"{starts}, horaires décalés\u00a0: voyez qui garde les enfants.")
    return yes(f"{starts}, horaires décalés.")


# Both, and those who welcome


def work_is_within_reach(pair: Pair) -> Answer:
    """By car, or on foot; without a car, odd hours leave no bus to take."""
    job, road, drives = _job(pair), pair.road, pair.adult.drives
    if road is None or road.minutes > LONGEST_MINUTES:
        return no(f"Plus de {LONGEST_MINUTES} minutes de route entre les deux (estimation).")
    told = f"{road.km}{NBSP}km, {road.minutes} minutes de route (estimation)"
    if not road.km:
        return yes("Dans la même commune.")
    if drives or road.km <= WALKING_KM:
        return yes(f"{told}.")
    if drives is None:
        return unknown(f"{told}\u00a0: permis et véhicule à demander à la personne.")
    if road.km <= TRANSPORT_KM and not job.has_odd_hours:
        return unknown(f"{told}\u00a0; sans permis ni véhicule\u00a0: à vérifier les transports.")
    hours = ", à des horaires sans transports" if job.has_odd_hours else ""
    return no(f"{told}{hours}\u00a0: trop loin sans permis ni véhicule.", Cure("car", 0))


def children_are_provided_for(pair: Pair) -> Answer:
    answer, sentence = provision(pair.case, _home(pair).services)
    return {True: yes, False: no, None: unknown}[answer](sentence)


def both_are_in_one_territory(pair: Pair) -> Answer:
    if _home(pair).territory == _job(pair).territory:
        return yes("Logement et travail dans le même territoire.")
    return no("Logement et travail sont dans deux territoires d’accueil.")


def somebody_welcomes_there(pair: Pair) -> Answer:
    offer = _offer(pair)
    if not offer.is_welcomed:
        return no("Aucun opérateur n’accueille de ménages dans ce territoire aujourd’hui.")
    if offer.territory in pair.case.waiting:
        return no("Une proposition attend déjà une réponse dans ce territoire.")
    return yes("Un opérateur y accueille des ménages.")


LEGAL, PRACTICAL, WISH = Severity.LEGAL, Severity.PRACTICAL, Severity.WISH
HOME, JOB, BOTH = ("home",), ("job",), ("home", "job")

# fmt: off
PREDICATES: tuple[Predicate, ...] = (
    Predicate("F1",  WISH,      (),   "Territoire souhaité",       territory_is_wished),
    Predicate("F2",  PRACTICAL, HOME, "Taille du logement",        home_is_of_the_right_size),
    Predicate("F3",  PRACTICAL, HOME, "Accès au logement",         home_is_within_reach_of_all),
    Predicate("F4",  PRACTICAL, HOME, "Loyer",                     rent_is_bearable),
    Predicate("F5",  PRACTICAL, BOTH, "Dates",                     home_is_free_in_time),
    Predicate("F6",  WISH,      JOB,  "Métier du projet",          occupation_is_in_the_project),
    Predicate("F7",  PRACTICAL, JOB,  "Diplôme",                   qualification_is_held),
    Predicate("F8",  LEGAL,     JOB,  "Permis demandé",            licence_is_held),
    Predicate("F9",  PRACTICAL, JOB,  "Français",                  french_is_spoken_enough),
    Predicate("F10", PRACTICAL, JOB,  "Début et horaires",         hours_and_start_suit),
    Predicate("F11", PRACTICAL, BOTH, "Trajet",                    work_is_within_reach),
    Predicate("F12", PRACTICAL, HOME, "École et garde",            children_are_provided_for),
    Predicate("F13", PRACTICAL, BOTH, "Même territoire",           both_are_in_one_territory),
    Predicate("F14", PRACTICAL, (),   "Accueil dans le territoire", somebody_welcomes_there),
)
# fmt: on
# What both together may still refuse, once each suits by itself; what each tells by itself.
TOGETHER = tuple(one for one in PREDICATES if one.needs == BOTH or one.code == "F4")
OF_A_JOB = tuple(one for one in PREDICATES if one.needs == JOB)
OF_A_HOME = tuple(one for one in PREDICATES if one not in (*TOGETHER, *OF_A_JOB))


def findings(pair: Pair, among: tuple[Predicate, ...] = PREDICATES) -> list[Finding]:
    """Those that have something to say of it, in order."""
    return list(_findings(pair, among))


def is_feasible(pair: Pair, among: tuple[Predicate, ...] = PREDICATES) -> bool:
    return not any(finding.is_no for finding in _findings(pair, among))


def _findings(pair: Pair, among: tuple[Predicate, ...]) -> Iterator[Finding]:
    for predicate in among:
        if all(getattr(pair, part) is not None for part in predicate.needs):
            answer = predicate.check(pair)
            yield Finding(predicate, answer.state, answer.sentence, answer.cure)


# The parts of a pair that a predicate asked for


def _home(pair: Pair) -> Home:
    if pair.home is None:
        raise ValueError("This predicate needs a home.")
    return pair.home


def _job(pair: Pair) -> Job:
    if pair.job is None:
        raise ValueError("This predicate needs a job.")
    return pair.job


def _offer(pair: Pair) -> Home | Job:
    """Whichever there is: of two in one territory, both say the same."""
    return pair.home or _job(pair)


def _missing(levels: tuple[str, ...], asked: str, own: str) -> int:
    return max(rank(levels, asked) - rank(levels, own), 0)


def _start(job: Job, today: date) -> str:
    what = "Entrée" if job.is_training else "Début"
    if job.available_from <= today:
        return f"{what} tout de suite"
    return f"{what} dans {(job.available_from - today).days} jours"


def _people(count: int) -> str:
    return f"{count} personne{'s' if count > 1 else ''}"


def language_gap(adult: Adult, job: Job) -> int | None:
    """Levels that are missing; None when either is unknown."""
    if not job.language or not adult.language:
        return None
    return _missing(LANGUAGES, job.language, adult.language)


def qualification_gap(adult: Adult, job: Job) -> int | None:
    if job.qualification == QUALIFICATIONS[0]:
        return 0
    if not job.qualification or not adult.qualification:
        return None
    return _missing(QUALIFICATIONS, job.qualification, adult.qualification)
