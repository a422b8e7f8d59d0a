"""Made-up people, files and organisations: what the templates of messages are shown with.

None of these rows exists, nor is ever saved.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from candidates.enums import MailingAudience, Stage
from candidates.models import (
    Appointment,
    Household,
    ImmersionStay,
    JoinRequest,
    Mailing,
    Parcours,
    Placement,
    PlannedHandOver,
)
from candidates.notifications.digest import Count, Line
from candidates.selectors.digests import Workload
from emile.core.agenda import Moment
from emile.core.emails import absolute
from emile.steering.models import FieldReport, FieldTheme
from operators.models import Invitation, Organisation, RegistrationRequest, User
from territories.enums import HoldEnd
from territories.models import Hold, Territory


DAY, LATER = date(2027, 1, 14), date(2027, 1, 28)
AT = datetime(2027, 1, 14, 13, 30, tzinfo=UTC)
UNTIL = AT + timedelta(hours=1)
LINK = absolute("/exemple/")
PLACE = "T3, 65\u00a0m², Aurillac"

PRESCRIBER = Organisation(pk=-1, name="Association Exemple", phone="+33199000001")
COORDINATOR = Organisation(pk=-2, name="Coordination Exemple", phone="+33199000002")
UPSTREAM = Organisation(pk=-3, name="Amont Exemple")
HOST = Organisation(pk=-4, name="Accueil Exemple")
SOMEBODY = User(pk=-1, first_name="Camille", last_name="Patronyme", email="camille@exemple.test")


def a_file(stage: Stage = Stage.PREPARATION, *, owner: Organisation = UPSTREAM) -> Parcours:
    household = Household(pk=-1, reference="EXEM-PLES")
    return Parcours(pk=-1, household=household, stage=stage, owner_organisation=owner, due_on=LATER)


def decision(reader: Organisation = PRESCRIBER, **more: Any) -> dict[str, Any]:
    """What ``candidates.notifications.decisions`` gives to each of its letters."""
    return {"parcours": a_file(), "reader": reader, "link": LINK, **more}


def proposal() -> dict[str, Any]:
    return decision(HOST, placement=Placement(host=HOST, answer_due_on=LATER))


def orientation() -> dict[str, Any]:
    return {"parcours": a_file(Stage.ELIGIBILITY, owner=COORDINATOR), "link": LINK}


def meeting(*, to_household: bool) -> dict[str, Any]:
    place = "12 rue de l’Exemple, Paris" if to_household else ""
    moment = Moment(key="exemple", title="Rendez-vous", starts=AT, ends=UNTIL, place=place)
    return {
        "moment": moment,
        "parcours": a_file(),
        "to_household": to_household,
        "link": LINK,
        # As a first letter has them.
        "before": None,
        "is_changed": False,
    }


def stay_to_keep(*, to_household: bool) -> dict[str, Any]:
    stay = Moment(key="exemple", title="Séjour d’immersion", starts=DAY, ends=date(2027, 1, 18))
    return meeting(to_household=to_household) | {
        "moment": stay,
        "programme": [meeting(to_household=to_household)["moment"]],
        "dropped": [],
    }


def visit_to_keep(*, to_household: bool) -> dict[str, Any]:
    visit = Moment(key="exemple", title="Visite de suivi", starts=LATER, ends=LATER)
    return meeting(to_household=to_household) | {"moment": visit}


def appointment_to_recall() -> dict[str, Any]:
    place = "12 rue de l’Exemple, Paris"
    return {"appointment": Appointment(organisation=PRESCRIBER, starts_at=AT, place=place)}


def stay_to_recall() -> dict[str, Any]:
    stay = ImmersionStay(
        days=DateRange(DAY, date(2027, 1, 19)),
        outward_to="gare d’Aurillac",
        outward_arrives_at=time(14, 5),
        welcomer_name="Malika",
        welcomer_phone="+33199000003",
    )
    return {"stay": stay}


def stay_to_unsay() -> dict[str, Any]:
    return {"first_day": DAY, "host": Organisation(name=HOST.name, phone="+33199000004")}


def passation(**more: Any) -> dict[str, Any]:
    planned = PlannedHandOver(giver=PRESCRIBER, receiver=UPSTREAM, planned_on=LATER)
    return {"planned": planned, "link": LINK, **more}


def joining() -> dict[str, Any]:
    request = JoinRequest(
        organisation=PRESCRIBER, requested_by=SOMEBODY, parcours=a_file(owner=PRESCRIBER)
    )
    return {"join": request, "link": LINK}


def day_of_reminders() -> dict[str, Any]:
    line = Line("EXEM-PLES", "à faire avant le 12 janvier", LINK, "")
    return {
        "user": SOMEBODY,
        "day": DAY,
        "count": 3,
        "more": 2,
        "sections": [("En retard", [line])],
        "counts": [Count(UPSTREAM.name, Workload(total=12, late=3))],
        "to_do": LINK,
        "choose": LINK,
    }


def to_many(audience: MailingAudience, *, first_name: str = "") -> dict[str, Any]:
    mailing = Mailing(
        organisation=COORDINATOR,
        audience=audience,
        subject="Réunion d’information à Aurillac",
        text="Ici, le texte qu’a écrit l’équipe et qu’elle a relu avant l’envoi.",
    )
    return {"mailing": mailing, "first_name": first_name}


def invitation() -> dict[str, Any]:
    invited = Invitation(organisation=PRESCRIBER, invited_by=SOMEBODY, expires_at=AT)
    return {"invitation": invited, "link": LINK}


def registration() -> dict[str, Any]:
    reason = "La structure n’accompagne pas de ménages en Île-de-France."
    return {"demand": RegistrationRequest(name=PRESCRIBER.name, refusal_reason=reason)}


def password() -> dict[str, Any]:
    return {"link": LINK, "hours": 24}


def a_place() -> dict[str, Any]:
    hold = Hold(
        organisation=HOST,
        period=DateRange(DAY, LATER),
        ended_for=HoldEnd.OTHER_CHOSEN,
    )
    return {"title": PLACE, "hold": hold, "url": LINK}


def offers() -> dict[str, Any]:
    lines = [(PLACE.rpartition(",")[0], "Aurillac", LINK), ("Aide à domicile", "Murat", LINK)]
    return {"lines": lines, "fresh_days": 30, "link_days": 14}


def month_of_territory() -> dict[str, Any]:
    return {"territory": Territory(name="Cantal"), "month": date(2026, 12, 1), "link": LINK}


def field_report() -> dict[str, Any]:
    return {"report": FieldReport(theme=FieldTheme.MOBILITY, reported_at=AT), "link": LINK}


def stopped() -> dict[str, Any]:
    return {"failed": 2, "to_check": 1, "link": LINK}
