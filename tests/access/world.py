"""What is behind the doors: everyone signed in, one file per stage, one object of each sort."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.test import Client
from django.utils import timezone

from candidates import services
from candidates.enums import (
    AppointmentKind,
    BrakeKind,
    DocumentKind,
    Hindered,
    MailingAudience,
    ReasonUse,
    Theme,
    TrialPurpose,
)
from candidates.models import (
    CaseAccess,
    EventKind,
    JoinRequest,
    JoinRequestState,
    Parcours,
    ParcoursEvent,
    Reason,
)
from candidates.selectors import moving_adults
from candidates.services.drafts import start_draft
from candidates.services.mailings import start_mailing
from candidates.services.saved_views import save_view
from emile.core.context import database_context, system
from emile.core.exports import ExportFormat
from emile.steering.services.exports import ask_export
from operators.actors import Actor
from operators.enums import MembershipRole, OrganisationKind
from operators.http import KIND_KEY, ORGANISATION_KEY
from operators.models import DirectoryEvent, Membership, Organisation, User
from operators.services import declare_absence, invitations, open_feed
from territories.models import Occupation, OfferEvent, Territory
from territories.selectors.links import token_of
from tests import factories
from tests.access.people import (
    COORDINATOR,
    EVERYONE,
    HOLDERS,
    HOST,
    KINDS,
    NATIONAL,
    PRESCRIBER,
    UPSTREAM,
    Person,
    Relation,
)
from tests.operators.factories import RegistrationRequestFactory


BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass
class World:
    now: datetime
    members: dict[Person, Membership] = field(default_factory=dict)
    # Identifiers of objects, by the name under which the table asks for them.
    ids: dict[str, UUID] = field(default_factory=dict)
    # The same, of the organisation of a kind.
    belongings: dict[tuple[str, OrganisationKind], UUID] = field(default_factory=dict)
    token: str = ""
    offer_token: str = ""
    feed_token: str = ""
    last_act: int = 0
    # How many were ever written, about files and about organisations.
    acts: int = 0

    def actor(self, kind: OrganisationKind) -> Actor:
        """The member of the organisation of that kind that holds every file."""
        return self.members[Person(kind, Relation.MEMBER)].as_actor(kind)


def build() -> World:
    world = World(timezone.now())
    with transaction.atomic(), database_context(system("access table")):
        for person in EVERYONE:
            if person.kind:
                world.members[person] = membership_of(person)
        files = files_by_stage(world)
        for name, parcours in files.items():
            world.ids[name] = parcours.public_id
        world.last_act = files["information"].events.count()
        share(world, files)
        keep_belongings(world)
        keep_boards(world)
        keep_requests(world, files["eligibility"])
        world.acts = count_acts()
    return world


def count_acts() -> int:
    return sum(journal.objects.count() for journal in (ParcoursEvent, DirectoryEvent, OfferEvent))


# People


def membership_of(person: Person) -> Membership:
    kind, relation = person.kind, person.relation
    at_home = relation in {Relation.MEMBER, Relation.MANAGER, Relation.DISMISSED}
    is_manager = relation in {Relation.MANAGER, Relation.OTHER, Relation.DISMISSED}
    member = factories.make_membership(
        kind,
        name=f"{kind.label} {'au dossier' if at_home else relation}",
        role=MembershipRole.MANAGER if is_manager else MembershipRole.MEMBER,
        is_active=relation is not Relation.DISMISSED,
    )
    if relation is Relation.OTHER_HAT:
        Organisation.objects.filter(pk=member.organisation_id).update(
            kinds=[kind, other_hat_of(kind)]
        )
    return member


def other_hat_of(kind: OrganisationKind) -> OrganisationKind:
    return HOST if kind is PRESCRIBER else PRESCRIBER


def session_of(world: World, person: Person) -> str:
    member = world.members[person]
    client = Client()
    client.force_login(member.user, backend=BACKEND)
    session = client.session
    session[ORGANISATION_KEY], session[KIND_KEY] = member.organisation_id, person.kind.value
    session.save()
    return session.session_key


# Files


def files_by_stage(world: World) -> dict[str, Parcours]:
    """One file at each stage; « decoy » belongs to the others."""
    prescriber, coordinator, upstream, host = (
        world.actor(kind) for kind in (PRESCRIBER, COORDINATOR, UPSTREAM, HOST)
    )
    before_placement = {
        "information": factories.at_information,
        "diagnosis": factories.at_diagnosis,
        "preparation": factories.at_preparation,
        "positioning": factories.at_positioning,
    }
    once_placed = {
        "immersion": factories.at_immersion,
        "reflection": factories.at_reflection,
        "validation": factories.at_validation,
        "installation": factories.at_installation,
        "follow_up": factories.at_follow_up,
        "closed": factories.closed,
    }
    files = {"eligibility": factories.orient(prescriber), "decoy": factories.orient(prescriber)}
    files["orientation"] = factories.act(
        services.ask_prescriber, coordinator, factories.orient(prescriber), reason="Incomplet."
    )
    for name, reach in before_placement.items():
        files[name] = reach(prescriber, coordinator, upstream)
    for name, reach in once_placed.items():
        files[name] = reach(prescriber, coordinator, upstream, host)
    files["asleep"] = factories.act(
        services.suspend_parcours,
        coordinator,
        factories.orient(prescriber),
        suspension_reason=Reason.objects.filter(use=ReasonUse.SUSPENSION).order_by("pk")[0],
        review_on=timezone.localdate(world.now) + timedelta(days=30),
    )
    world.ids["message"] = factories.stop_message(now=world.now).public_id
    # Of those for whom nobody has to answer yet.
    world.ids["arbitration"] = factories.arbitrate(coordinator).public_id
    proposed = factories.propose(upstream, files["positioning"], host)
    held = factories.act(
        services.hold_offer,
        upstream,
        files["positioning"],
        placement=proposed,
        thing=factories.make_home(host),
        until=timezone.localdate(world.now) + timedelta(days=7),
    )
    factories.lose_shelter(prescriber, files["preparation"])
    world.ids["loss"] = files["preparation"].shelter_losses.get().public_id
    stay = factories.plan_stay(host, files["immersion"], timezone.localdate(world.now))
    brake = factories.act(
        services.add_brake,
        upstream,
        files["diagnosis"],
        theme=Theme.MOBILITY,
        kind=BrakeKind.LICENCE,
        hinders=Hindered.WORK,
        since=timezone.localdate(world.now),
    )
    adults = moving_adults(files["reflection"], timezone.localdate(world.now))
    prepare(world, files)
    world.ids["field_report"] = factories.tell_of_the_field(upstream).public_id
    committee = factories.call_committee(coordinator, host)
    world.ids["committee"] = committee.public_id
    world.ids["convention"] = factories.sign_convention(coordinator, host).public_id
    world.ids["committee_item"] = committee.items.earliest("pk").public_id
    world.ids["release"] = factories.ask_release(world.actor(NATIONAL)).public_id
    made = factories.ask_release(world.actor(NATIONAL))
    world.ids["made_release"] = factories.approve_release(coordinator, made).public_id
    world.ids["report"] = factories.print_month("cantal").public_id
    world.ids["printed"] = factories.print_document(host, files["installation"]).public_id
    world.ids |= {
        "brake": brake.public_id,
        "placement": proposed.public_id,
        "hold": held.public_id,
        "stay": stay.public_id,
        "stay_visit": factories.add_visit(host, files["immersion"], stay).public_id,
        "stay_cost": factories.add_cost(host, files["immersion"], stay).public_id,
        "adult": adults[0].public_id,
        "settling_adult": moving_adults(files["installation"], timezone.localdate(world.now))[
            0
        ].public_id,
        "aid": factories.add_aid(host, files["installation"]).public_id,
        "project": files["reflection"].placements.active().get().public_id,
        "household": files["diagnosis"].household.public_id,
        "person": files["diagnosis"].household.members.get().person.public_id,
    }
    return files


def prepare(world: World, files: dict[str, Parcours]) -> None:
    """A paper, an invitation, a line of the plan, a trial at work."""
    coordinator, upstream = world.actor(COORDINATOR), world.actor(UPSTREAM)
    today = timezone.localdate(world.now)
    factories.act(
        services.ask_documents,
        coordinator,
        files["eligibility"],
        kinds=[DocumentKind.TAX],
        wanted_by=today,
    )
    workshop = services.plan_session(
        now=timezone.now(),
        actor=upstream,
        kind=EventKind.objects.on(today).get(code="workshop"),
        held_on=today,
        place="Atelier des Exemples",
    )
    factories.act(services.invite_to_session, upstream, files["diagnosis"], session=workshop)
    appointment = factories.act(
        services.plan_appointment,
        coordinator,
        files["eligibility"],
        worker=User.objects.get(pk=coordinator.user_id),
        kind=AppointmentKind.PHONE,
        starts_at=world.now,
        place="",
        purpose="",
    )
    trial = factories.act(
        services.plan_trial,
        upstream,
        files["preparation"],
        person=moving_adults(files["preparation"], today)[0],
        purpose=TrialPurpose.DISCOVER,
        occupation=Occupation.objects.get(code="G1602"),
        business="Auberge des Exemples",
        starts_on=today,
        ends_on=today,
    )
    world.ids |= {
        "document": files["eligibility"].document_requests.get().public_id,
        "paper": factories.send_paper(coordinator, files["eligibility"]).public_id,
        "invitation": files["diagnosis"].invitations.get().public_id,
        "action": files["positioning"].plan_actions.get().public_id,
        "trial": trial.public_id,
        "appointment": appointment.public_id,
    }


def share(world: World, files: dict[str, Parcours]) -> None:
    """Give the accesses that the table speaks of, besides those that the acts gave."""
    decoy = files.pop("decoy")
    for kind in HOLDERS:
        give(world, decoy, world.members[Person(kind, Relation.OTHER)], kind)
    for parcours in files.values():
        for kind in HOLDERS:
            give(world, parcours, world.members[Person(kind, Relation.MEMBER)], kind)
            ended = world.members[Person(kind, Relation.ENDED)]
            give(world, parcours, ended, kind, until=world.now)
        for kind in KINDS:
            worn = world.members[Person(kind, Relation.OTHER_HAT)]
            give(world, parcours, worn, other_hat_of(kind))


def give(
    world: World,
    parcours: Parcours,
    member: Membership,
    role: OrganisationKind,
    until: datetime | None = None,
) -> None:
    CaseAccess.objects.get_or_create(
        parcours=parcours,
        organisation=member.organisation,
        role=role,
        until=until,
        defaults={"granted_by": member.organisation, "since": world.now},
    )


def keep_boards(world: World) -> None:
    """On the board of a territory where one host operator is in charge: an offer, a draft, a file."""
    host = world.actor(HOST)
    factories.make_mandate(host, "cantal")
    offer = factories.make_home(host)
    world.offer_token = token_of(offer)
    world.ids |= {
        "offer": offer.public_id,
        "draft_offer": factories.make_home(host, is_draft=True).public_id,
        "need": factories.make_need(host).public_id,
        "import": factories.make_import(host).public_id,
        "job_offer": factories.make_job(host).public_id,
    }


# What belongs to organisations


def keep_belongings(world: World) -> None:
    """Of each kind of organisation: itself, a member, an invitation; a draft and a meeting."""
    for kind in KINDS:
        manager = world.members[Person(kind, Relation.MANAGER)]
        acting = manager.as_actor(kind)
        invited = invitations.invite_member(
            actor=acting,
            organisation=manager.organisation,
            email=f"{kind.value}@nouveau.example",
            role=MembershipRole.MEMBER,
            now=world.now,
        )
        today = timezone.localdate(world.now)
        absence = declare_absence(
            actor=acting,
            membership=world.members[Person(kind, Relation.MEMBER)],
            substitute=manager,
            since=today,
            until=today + timedelta(days=7),
            now=world.now,
        )
        leaver = factories.make_membership(kind, name=manager.organisation.name, is_active=False)
        world.belongings |= {
            ("organisation", kind): manager.organisation.public_id,
            ("member", kind): world.members[Person(kind, Relation.MEMBER)].public_id,
            ("leaver", kind): leaver.public_id,
            ("invitation", kind): invited.public_id,
            ("absence", kind): absence.public_id,
            ("view", kind): save_view(
                actor=world.actor(kind), name="Retards", query="ageing=late", is_shared=True
            ).public_id,
        }
    for kind in KINDS:
        # Those who write to none have that of a host operator in view.
        writing = world.actor(kind if kind in {COORDINATOR, UPSTREAM} else HOST)
        mailing = start_mailing(actor=writing, audience=MailingAudience.HOUSEHOLDS, now=world.now)
        world.belongings["mailing_draft", kind] = mailing.public_id
    world.ids["mailing"] = factories.send_nothing(world.actor(UPSTREAM), now=world.now).public_id
    asking = world.actor(COORDINATOR)
    with database_context(asking.database_context):
        export = ask_export(
            actor=asking, query="", as_format=ExportFormat.CSV, reason="Exemple", now=world.now
        )
    world.ids["export"] = export.public_id
    world.feed_token = open_feed(actor=world.actor(UPSTREAM), now=world.now).token
    draft = start_draft(actor=world.actor(PRESCRIBER), now=world.now)
    meeting = services.plan_session(
        now=timezone.now(),
        actor=world.actor(UPSTREAM),
        held_on=timezone.localdate(world.now),
        place="Salle des Exemples",
    )
    deciding = world.members[Person(UPSTREAM, Relation.MANAGER)]
    planned = services.plan_hand_over(
        actor=deciding.as_actor(UPSTREAM),
        files=[],
        role=UPSTREAM,
        giver=deciding.organisation,
        receiver=deciding.organisation,
        whose=None,
        worker=deciding.user,
        reason="Congé.",
        planned_on=timezone.localdate(world.now) + timedelta(days=7),
        now=world.now,
    )
    world.ids |= {
        "draft": draft.public_id,
        "session": meeting.public_id,
        "planned_hand_over": planned.public_id,
    }
    _, world.token = invitations.create_invitation(
        actor=world.members[Person(PRESCRIBER, Relation.MANAGER)].as_actor(PRESCRIBER),
        organisation=world.members[Person(PRESCRIBER, Relation.MANAGER)].organisation,
        email="lien@nouveau.example",
        role=MembershipRole.MEMBER,
        now=world.now,
    )


def keep_requests(world: World, parcours: Parcours) -> None:
    """What the coordinator answers: bodies that ask for a file, and one that asks to join."""
    asking = world.members[Person(PRESCRIBER, Relation.OTHER)]
    described = {
        "parcours": parcours,
        "organisation": asking.organisation,
        "requested_by": asking.user,
        "requested_at": world.now,
    }
    pending = JoinRequest.objects.create(**described)
    accepted = JoinRequest.objects.create(
        **described, state=JoinRequestState.ACCEPTED, answered_at=world.now
    )
    registration = RegistrationRequestFactory()
    world.ids |= {
        "join": pending.public_id,
        "joined": accepted.public_id,
        "registration": registration.public_id,
        "territory": Territory.objects.get(slug="cantal").public_id,
    }
