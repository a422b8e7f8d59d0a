"""Who gets what, page by page: the whole table of accesses, read by ``tests/test_access.py``.

A page has its methods; every other one is a 405. Its door is a gate, which opens to some kinds of
organisation and tells the others so (403), then a scope: an object that is not for this person does
not exist (404). ``doers`` are those, among the people let in, who may do what the page is for; the
others are led elsewhere with a message, and nothing is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from operators.enums import OrganisationKind
from territories.enums import ExpectedKind, OfferKind
from tests.access.people import (
    CALLERS,
    COORDINATOR,
    FILE_CALLERS,
    FILE_KINDS,
    HOST,
    KINDS,
    NATIONAL,
    PRESCRIBER,
    STATE,
    UPSTREAM,
    VISITORS,
    Person,
    Relation,
)
from tests.access.world import World


Test = Callable[[Person], bool]
Arguments = Callable[[World, Person], dict[str, Any]]

FIGURES = (*FILE_KINDS, STATE, NATIONAL)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
READ, FORM, STEP = ("GET", "HEAD"), ("GET", "POST"), ("POST",)
# Besides 200: an accepted form leads elsewhere, a refused one says why.
POST_IS_FINE = frozenset({200, 302, 422})


# Scopes: for whom an object exists


def anyone(person: Person) -> bool:
    return True


def nobody(person: Person) -> bool:
    """For a machine that knows a secret."""
    return False


def holds_the_file(person: Person) -> bool:
    return person.kind is COORDINATOR or (person.is_at_home and person.kind in FILE_KINDS)


def asked_for_it(person: Person) -> bool:
    return person.kind is COORDINATOR or (person.kind is HOST and person.is_at_home)


def reads_every_figure(person: Person) -> bool:
    """The State services of the table belong to no département."""
    return person.kind in {COORDINATOR, NATIONAL}


def sits_there(person: Person) -> bool:
    """A host operator is present; the coordinator prepares it."""
    return person.kind is COORDINATOR or (person.kind is HOST and person.is_at_home)


def takes_the_archive(person: Person) -> bool:
    """Somebody of the national level asked for it."""
    return person.kind is COORDINATOR or (
        person.kind is NATIONAL and person.relation is Relation.MEMBER
    )


def coordinates(person: Person) -> bool:
    return person.kind is COORDINATOR


def prepares_it(person: Person) -> bool:
    return person.is_at_home


def prepares(person: Person) -> bool:
    return person.kind is UPSTREAM


def prepares_or_coordinates(person: Person) -> bool:
    return person.kind in {UPSTREAM, COORDINATOR}


def knows_the_organisation(person: Person) -> bool:
    return person.is_at_home or person.kind in {COORDINATOR, NATIONAL}


def is_at_home(person: Person) -> bool:
    return person.is_at_home


def keeps_the_board(person: Person) -> bool:
    return person.kind is COORDINATOR or (person.kind is HOST and person.is_at_home)


def sent_the_file(person: Person) -> bool:
    return person.kind is HOST and person.is_at_home


def knows_the_members(person: Person) -> bool:
    return person.is_at_home or person.kind is COORDINATOR


def manages_the_members(person: Person) -> bool:
    """The coordinator helps the others; in its own organisation it takes a manager."""
    if person.is_at_home:
        return person.relation is Relation.MANAGER
    return person.kind is COORDINATOR


def passes_files(person: Person) -> bool:
    return person.kind is COORDINATOR or person.relation in {Relation.MANAGER, Relation.OTHER}


def asked_for_the_export(person: Person) -> bool:
    """Nobody has the file of somebody else, not even in the same organisation."""
    return person == Person(COORDINATOR, Relation.MEMBER)


def upstream_or_coordinator(person: Person) -> bool:
    return person.kind is COORDINATOR or (person.kind is UPSTREAM and person.is_at_home)


def may_cancel(person: Person) -> bool:
    return person.kind is COORDINATOR or person.relation is Relation.MANAGER


def passes_these(person: Person) -> bool:
    """Asked of managers only: the others are refused before."""
    return person.kind is COORDINATOR or person.is_at_home or not passes_files(person)


def knows_the_invitations(person: Person) -> bool:
    return manages_the_members(person) or person.kind is COORDINATOR


# Objects: what the address points at


def nothing(world: World, person: Person) -> dict[str, Any]:
    return {}


def the(name: str, **fixed: Any) -> Arguments:
    """The same object for everybody."""
    return lambda world, _person: {"public_id": world.ids[name], **fixed}


def a_row(**code: str) -> Arguments:
    """Of a list of the settings."""
    return lambda _world, _person: {"slug": "motifs-suspension", **code}


def theirs(name: str, **fixed: Any) -> Arguments:
    """One's own; to the others, that of an organisation of another kind."""

    def find(world: World, person: Person) -> dict[str, Any]:
        elsewhere = PRESCRIBER if person.kind is UPSTREAM else UPSTREAM
        kind = person.kind if person.is_at_home and person.kind else elsewhere
        return {"public_id": world.belongings[name, kind], **fixed}

    return find


def a_board(**more: str) -> Arguments:
    return lambda _world, _person: {"kind": OfferKind.HOME, **more}


def a_theme(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["diagnosis"], "theme": "mobility"}


def their_files(world: World, person: Person) -> dict[str, Any]:
    """Those of one's own organisation, in the role worn; to the coordinator, an upstream one's."""
    is_theirs = person.is_at_home and person.kind in {PRESCRIBER, UPSTREAM, HOST}
    kind = person.kind if is_theirs and person.kind else UPSTREAM
    return {"public_id": world.belongings["organisation", kind], "role": kind.value}


def last_act(world: World, _person: Person) -> dict[str, Any]:
    """Done by the coordinator: its author, a manager there or any coordinator may correct it."""
    return {"public_id": world.ids["information"], "sequence": world.last_act}


def a_paper(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["eligibility"], "document_id": world.ids["paper"]}


def a_stay(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["immersion"], "stay_id": world.ids["stay"]}


def a_print(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["installation"], "document_id": world.ids["printed"]}


def an_offer(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["positioning"], "offer_id": world.ids["offer"]}


def a_bundle(world: World, _person: Person) -> dict[str, Any]:
    home, job = world.ids["offer"], world.ids["job_offer"]
    return {"public_id": world.ids["positioning"], "home_id": home, "job_id": job}


def a_line(world: World, _person: Person) -> dict[str, Any]:
    return {"public_id": world.ids["arbitration"], "file_id": world.ids["positioning"]}


@dataclass(frozen=True)
class Page:
    route: str
    methods: tuple[str, ...]
    gate: tuple[OrganisationKind, ...] = KINDS
    at: Arguments = nothing
    scope: Test = anyone
    doers: Test = anyone
    is_public: bool = False
    # Where people are taken when they sign in: those who belong nowhere any more are told there.
    is_landing: bool = False
    # A refusal that is a 403 rather than a message.
    says_no: bool = False
    # Pages that send people elsewhere by themselves.
    get_is_fine: frozenset[int] = frozenset({200})
    body: dict[str, str] = field(default_factory=dict)
    name: str = ""
    is_of_file: bool = False

    @property
    def callers(self) -> tuple[Person, ...]:
        if self.is_of_file:
            return FILE_CALLERS
        return VISITORS if self.at is nothing else CALLERS

    def __str__(self) -> str:
        return self.name or self.route


def public(route: str, methods: tuple[str, ...], **more: Any) -> Page:
    return Page(route, methods, is_public=True, **more)


def of_file(route: str, stage: str, methods: tuple[str, ...] = READ, **more: Any) -> Page:
    """A page of a household's file, for those who hold it."""
    more = {"gate": FILE_KINDS, "at": the(stage), "scope": holds_the_file} | more
    return Page(route, methods, is_of_file=True, **more)


def act(step: str, stage: str, *kinds: OrganisationKind, about: str = "") -> Page:
    """A step of the workflow, at a stage where it is possible."""

    def address(world: World, person: Person) -> dict[str, Any]:
        about_id = {"about_id": world.ids[about]} if about else {}
        return {"public_id": world.ids[stage], "step": step, **about_id}

    return of_file(
        "candidates:act_about" if about else "candidates:act",
        stage,
        FORM,
        gate=KINDS,
        at=address,
        doers=lambda person: person.kind in kinds,
        name=f"act {step} ({stage})",
    )


def wrote_it_or_coordinates(person: Person) -> bool:
    """An upstream operator wrote it."""
    return person.kind is COORDINATOR or (person.kind is UPSTREAM and person.is_at_home)


C, P, U, H, N = (COORDINATOR,), (PRESCRIBER,), (UPSTREAM,), (HOST,), (NATIONAL,)
# Those who read what territories offer.
BOARD = C + P + U + H + N
# Those who write to many.
INFORM = C + U + H
LED_AWAY = frozenset({200, 302})

# fmt: off
PAGES: tuple[Page, ...] = (
    # Everyone
    public("home",                             READ, is_landing=True, get_is_fine=LED_AWAY),
    public("core:accessibility",               READ),
    public("core:legal",                       READ),
    public("core:privacy",                     READ),
    public("core:site_map",                    READ),
    public("core:help",                        READ),
    public("candidates:help_search",           READ),
    public("candidates:help_sheet",            READ, at=lambda _world, _person: {"slug": "orientation"}),
    public("core:security",                    READ),
    public("core:ready",                       READ),
    public("core:alive",                       READ),
    public("core:components",                  READ),
    public("operators:sign_in",                FORM, get_is_fine=LED_AWAY),
    public("operators:sign_out",               STEP),
    public("operators:password_reset",         FORM),
    public("operators:password_reset_sent",    READ),
    public("operators:password_reset_confirm", FORM, at=lambda _world, _person: {"uidb64": "MQ", "token": "set-password"}),
    public("operators:password_reset_done",    READ),
    public("operators:invitation_accept",      FORM, at=lambda world, _person: {"token": world.token}),
    public("operators:apply",                  FORM),
    public("operators:apply_done",             READ),
    public("candidates:eligibility_test",      FORM),

    public("territories:offer_answer",         FORM, at=lambda world, _person: {"token": world.offer_token}),
    public("candidates:agenda_feed",           READ, at=lambda world, _person: {"token": world.feed_token}),
    public("territories:offer_answered",       READ),
    public("steering:delivery_report",         STEP, doers=nobody, says_no=True),

    # Every member
    Page("operators:organisation",             READ),
    Page("operators:switch",                   FORM),
    Page("candidates:my_messages",             FORM, body={"rhythm": "daily"}),
    Page("territories:territory_list",         READ),
    Page("territories:territory_detail",       READ, at=the("territory")),
    Page("territories:commune_search",         READ),
    Page("territories:occupation_search",      READ),

    # Offers
    Page("territories:expected_list",          READ, BOARD, the("territory")),
    Page("territories:expected_add",           FORM, C + H, the("territory", kind=ExpectedKind.JOB), doers=keeps_the_board, says_no=True),
    Page("territories:expected_edit",          FORM, C + H, the("need", kind=ExpectedKind.JOB), doers=keeps_the_board, says_no=True),
    Page("territories:expected_move",          STEP, C + H, the("need", kind=ExpectedKind.JOB, step="confirm"), doers=keeps_the_board, says_no=True),
    Page("territories:nearby_list",            READ, BOARD, the("territory")),
    Page("territories:nearby_edit",            FORM, C + H, the("territory", code="15014"), doers=keeps_the_board, says_no=True),
    Page("territories:capacity_edit",          FORM, C + H, the("territory"), doers=keeps_the_board, says_no=True),
    Page("territories:offer_board",            READ, BOARD, get_is_fine=LED_AWAY),
    Page("territories:offer_list",             READ, BOARD, at=a_board()),
    Page("territories:offer_detail",           READ, BOARD, the("offer")),
    Page("territories:offer_detail",           READ, BOARD, the("draft_offer"), keeps_the_board, name="a draft offer"),
    Page("territories:offer_add",              FORM, C + H, a_board(slug="cantal"), doers=keeps_the_board, says_no=True),
    Page("territories:offer_edit",             FORM, C + H, the("offer"), doers=keeps_the_board, says_no=True),
    Page("territories:offer_withdraw",         FORM, C + H, the("offer"), doers=keeps_the_board, says_no=True),
    Page("matching:offer_households",          READ, C + U, the("offer")),
    Page("territories:offer_move",             STEP, C + H, the("offer", step="confirm"), doers=keeps_the_board, says_no=True),
    Page("territories:import_list",            READ, C + H),
    Page("territories:import_upload",          FORM, C + H, at=a_board()),
    Page("territories:import_template",        READ, C + H, at=a_board()),
    Page("territories:import_detail",          READ, C + H, the("import"), keeps_the_board),
    Page("territories:import_columns",         FORM, C + H, the("import"), keeps_the_board, doers=sent_the_file),
    Page("territories:import_refused",         READ, C + H, the("import"), keeps_the_board),
    Page("territories:import_move",            STEP, C + H, the("import", step="abandon"), keeps_the_board, doers=sent_the_file),

    # Arbitrage
    Page("matching:arbitrations",              FORM, C),
    Page("matching:arbitration",               READ, C, the("arbitration")),
    Page("matching:arbitration_propose",       STEP, C, the("arbitration")),
    Page("matching:arbitration_paper",         READ, C, the("arbitration")),
    Page("matching:arbitration_what_if",       READ, C, the("arbitration")),
    Page("matching:arbitration_change",        FORM, C, a_line),
    Page("matching:arbitration_undo",          STEP, C, a_line),

    # Settings
    Page("candidates:settings_index",          READ, C + N),
    Page("candidates:settings_journal",        READ, C + N),
    Page("candidates:settings_list",           READ, C + N, at=a_row()),
    Page("candidates:settings_add",            FORM, C, at=a_row()),
    Page("candidates:settings_change",         FORM, C, at=a_row(code="health")),
    Page("candidates:settings_retire",         FORM, C, at=a_row(code="health")),
    Page("candidates:criteria",                READ, C + N),
    Page("candidates:criteria_change",         FORM, C),
    Page("matching:weights",                   READ, C + N),
    Page("matching:weights_change",            FORM, C, get_is_fine=LED_AWAY),
    Page("candidates:help_sheet_list",         READ, C + N),
    Page("candidates:help_sheet_add",          FORM, C),
    Page("candidates:help_sheet_change",       FORM, C, at=lambda _world, _person: {"slug": "orientation"}),

    # Running the platform
    Page("steering:dashboard",                 READ, FIGURES),
    Page("steering:published",                 READ, (STATE,)),
    public("steering:stats",                   READ),
    Page("steering:dashboard_section",         READ, (*FILE_KINDS, NATIONAL), at=lambda _world, _person: {"slug": "parcours"}),
    Page("steering:figure",                    READ, FIGURES, at=lambda _world, _person: {"code": "settled"}),
    Page("steering:figures_file",             READ, FIGURES),
    Page("steering:reports",                   FORM, FIGURES),
    Page("steering:report",                    READ, FIGURES, the("report"), reads_every_figure),
    Page("steering:report_note",               READ, FIGURES, the("report"), reads_every_figure),
    Page("steering:export_list",               READ, FILE_KINDS),
    Page("steering:export_ask",                FORM, FILE_KINDS, doers=passes_files, says_no=True, body={"format": "csv"}),
    Page("steering:export_file",               READ, FILE_KINDS, the("export"), asked_for_the_export),
    Page("steering:field_report_tell",         FORM),
    Page("steering:field_reports",             READ),
    Page("steering:field_report",              FORM, C, the("field_report")),
    Page("steering:committees",                READ, C + U + H + (STATE, NATIONAL)),
    Page("steering:committee_open",            FORM, C),
    Page("steering:committee",                 READ, C + U + H + (STATE, NATIONAL), the("committee"), sits_there),
    Page("steering:committee_paper",           READ, C + U + H + (STATE, NATIONAL), the("committee"), sits_there),
    Page("steering:committee_edit",            FORM, C, the("committee")),
    Page("steering:committee_refresh",         STEP, C, the("committee")),
    Page("steering:committee_decision",        FORM, C, the("committee_item")),
    Page("steering:conventions",               READ, C + N + U + H),
    Page("steering:convention_add",            FORM, C),
    Page("steering:convention_edit",           FORM, C, the("convention")),
    Page("steering:cost",                      READ, C + N),
    Page("steering:cost_file",                 READ, C + N),
    Page("steering:social_fund",               READ, C + N),
    Page("steering:social_fund_csv",           READ, C + N),
    Page("steering:research",                  READ, C + N),
    Page("steering:research_ask",              FORM, C + N),
    Page("steering:research_release",          READ, C + N, the("release")),
    Page("steering:research_approve",          STEP, C, the("release")),
    Page("steering:research_refuse",           FORM, C, the("release")),
    Page("steering:research_archive",          READ, C + N, the("made_release"), takes_the_archive),
    Page("steering:operations",                READ, C),
    Page("steering:message_templates",         READ, C),
    Page("steering:messages",                  READ, C, at=lambda _world, _person: {"state": "a-verifier"}),
    Page("steering:message_retry",             STEP, C, the("message")),
    Page("steering:message_received",          STEP, C, the("message")),
    Page("steering:message_discard",           FORM, C, the("message")),

    # Organisations and their members
    Page("operators:organisation_list",        READ, C),
    Page("operators:organisation_create",      FORM, C),
    Page("operators:organisation_detail",      READ, C, theirs("organisation")),
    Page("operators:organisation_edit",        FORM, C, theirs("organisation")),
    Page("operators:member_detail",            READ, KINDS, theirs("member"),       knows_the_members),
    Page("operators:member_role",              STEP, KINDS, theirs("member"),       knows_the_members, manages_the_members, body={"role": "manager"}),
    Page("operators:member_deactivate",        STEP, KINDS, theirs("member"),       knows_the_members, manages_the_members),
    Page("operators:member_reactivate",        STEP, KINDS, theirs("leaver"),       knows_the_members, manages_the_members),
    Page("operators:absence_declare",          FORM, KINDS, theirs("member"),       knows_the_members),
    Page("operators:absence_end",              STEP, KINDS, theirs("absence"),      knows_the_members),
    Page("operators:member_invite",            FORM, KINDS, theirs("organisation"), knows_the_organisation, manages_the_members, says_no=True),
    Page("operators:invitation_resend",        STEP, KINDS, theirs("invitation"),   knows_the_invitations, manages_the_members),
    Page("operators:invitation_revoke",        STEP, KINDS, theirs("invitation"),   knows_the_invitations, manages_the_members),
    Page("operators:registration_list",        READ, C),
    Page("operators:registration_detail",      READ, C, the("registration")),
    Page("operators:registration_accept",      STEP, C, the("registration")),
    Page("operators:registration_refuse",      FORM, C, the("registration")),

    # Orientation
    Page("candidates:orientation_start",        FORM, P),
    Page("candidates:orientation_step",         FORM, P, the("draft", step="identite"), prepares_it),
    Page("candidates:orientation_confirm",      FORM, P, the("draft"), prepares_it),
    Page("candidates:orientation_delete_draft", FORM, P, the("draft"), prepares_it),
    Page("candidates:join_request",             STEP, P, the("draft"), prepares_it),
    of_file("candidates:orientation_done",      "eligibility", gate=P),
    Page("candidates:join_list",                READ, C),
    Page("candidates:join_detail",              READ, C, the("join")),
    Page("candidates:join_accept",              STEP, C, the("join")),
    Page("candidates:join_decline",             STEP, C, the("join")),
    Page("candidates:join_undo",                STEP, C, the("joined")),

    # Information meetings
    Page("candidates:session_list",             READ, U),
    Page("candidates:session_create",           FORM, U),
    Page("candidates:session_detail",           FORM, U, the("session"), prepares_it),
    Page("candidates:session_invite",           FORM, U, the("session"), prepares_it),
    Page("candidates:session_cancel",           FORM, U, the("session"), prepares_it),
    Page("candidates:session_print",            READ, U, the("session"), prepares_it),
    Page("candidates:session_agenda",           READ, U, the("session"), prepares_it),

    # Passations
    Page("candidates:hand_over_list",           READ, FILE_KINDS, scope=anyone, doers=passes_files, says_no=True, get_is_fine=LED_AWAY),
    Page("candidates:mailing_list",             READ, INFORM),
    Page("candidates:mailing_start",            FORM, INFORM, at=lambda _world, _person: {"audience": "households"}),
    Page("candidates:mailing_audience",         FORM, INFORM, theirs("mailing_draft"), is_at_home),
    Page("candidates:mailing_words",            FORM, INFORM, theirs("mailing_draft"), is_at_home, body={"subject": "Rencontre", "text": "Jeudi."}),
    Page("candidates:mailing_detail",           READ, INFORM, theirs("mailing_draft"), is_at_home, name="a draft mailing"),
    Page("candidates:mailing_recipients",       READ, INFORM, theirs("mailing_draft"), is_at_home, name="whom a draft mailing is for"),
    Page("candidates:mailing_send",             STEP, INFORM, theirs("mailing_draft"), is_at_home),
    Page("candidates:mailing_move",             STEP, INFORM, theirs("mailing_draft", step="supprimer"), is_at_home),
    Page("candidates:mailing_detail",           READ, INFORM, the("mailing"), wrote_it_or_coordinates),
    Page("candidates:mailing_recipients",       READ, INFORM, the("mailing"), wrote_it_or_coordinates),
    Page("candidates:mailing_words",            FORM, INFORM, the("mailing"), wrote_it_or_coordinates, prepares, get_is_fine=LED_AWAY, says_no=True, name="the text of a mailing that left"),
    Page("candidates:planned_hand_over",        READ, FILE_KINDS, the("planned_hand_over"), upstream_or_coordinator),
    Page("candidates:cancel_hand_over",         STEP, FILE_KINDS, the("planned_hand_over"), upstream_or_coordinator, may_cancel, says_no=True),
    Page("candidates:hand_over",                FORM, FILE_KINDS, their_files, passes_these, passes_files, says_no=True),

    # Files
    Page("candidates:to_do",                    READ, FILE_KINDS),
    Page("candidates:changes",                  READ, FILE_KINDS),
    Page("candidates:cover",                    READ, FILE_KINDS, theirs("absence"), is_at_home),
    Page("candidates:snoozed",                  READ, FILE_KINDS),
    of_file("candidates:snooze",                "diagnosis", FORM, doers=prepares, get_is_fine=LED_AWAY),
    of_file("candidates:unsnooze",              "diagnosis", STEP, doers=prepares),
    Page("candidates:day",                      READ, FILE_KINDS),
    Page("candidates:agenda",                   READ, FILE_KINDS),
    Page("candidates:agenda_open",              STEP, FILE_KINDS),
    Page("candidates:agenda_close",             STEP, FILE_KINDS),
    Page("candidates:parcours_list",            READ, FILE_KINDS),
    Page("candidates:list_columns",             FORM, FILE_KINDS, body={"columns": "stage"}),
    Page("candidates:saved_view_list",          READ, FILE_KINDS),
    Page("candidates:saved_view_create",        FORM, FILE_KINDS, get_is_fine=LED_AWAY),
    Page("candidates:saved_view_edit",          FORM, FILE_KINDS, theirs("view"), prepares_it, body={"name": "Exemple"}),
    Page("candidates:saved_view_retire",        FORM, FILE_KINDS, theirs("view"), prepares_it),
    of_file("candidates:parcours_detail",       "eligibility"),
    of_file("candidates:notice",                "eligibility"),
    of_file("candidates:file_household",        "eligibility"),
    of_file("candidates:file_exchanges",        "eligibility"),
    of_file("candidates:document_download",     "eligibility", at=a_paper),
    of_file("candidates:file_diagnosis",        "diagnosis"),
    of_file("candidates:diagnosis_grid",        "diagnosis"),
    of_file("candidates:diagnosis_summary",     "diagnosis"),
    of_file("candidates:diagnosis_versions",    "diagnosis"),
    of_file("candidates:diagnosis_theme",       "diagnosis", FORM, at=a_theme, doers=prepares),
    of_file("candidates:file_project",          "reflection"),
    of_file("matching:position",                "positioning", gate=C + U),
    of_file("matching:why_not",                 "positioning", gate=C + U, at=an_offer),
    of_file("matching:propose",                 "positioning", FORM, gate=C + U, at=a_bundle, doers=prepares_or_coordinates, get_is_fine=LED_AWAY),
    of_file("candidates:stay_detail",           "immersion", at=a_stay),
    of_file("candidates:stay_programme",        "immersion", at=a_stay),
    of_file("candidates:stay_agenda",           "immersion", at=a_stay),
    of_file("candidates:stay_reports",          "immersion", at=a_stay),
    of_file("candidates:keepsake",              "reflection"),
    of_file("candidates:printing",              "reflection", FORM, body={"document": "person_summary"}),
    of_file("candidates:printed",               "installation", at=a_print, scope=asked_for_it),
    of_file("candidates:file_installation",     "follow_up"),
    of_file("candidates:installation_detail",   "follow_up"),
    of_file("candidates:installation_budget",   "follow_up"),
    of_file("candidates:installation_sheet",    "follow_up"),
    of_file("candidates:correct",               "information", FORM, at=last_act, scope=coordinates),
)

# step, at a stage where it is possible, by whom, about what
ACTS: tuple[Page, ...] = (
    act("orient",                "orientation",  PRESCRIBER),
    act("log_call",              "eligibility",  COORDINATOR),
    act("declare_eligible",      "eligibility",  COORDINATOR),
    act("ask_prescriber",        "eligibility",  COORDINATOR),
    act("record_attendance",     "information",  UPSTREAM),
    act("ask_documents",         "eligibility",  COORDINATOR, UPSTREAM, HOST),
    act("remind",                "diagnosis",    COORDINATOR, PRESCRIBER, HOST),
    act("receive_document",      "eligibility",  *FILE_KINDS, about="document"),
    act("see_document",          "eligibility",  *FILE_KINDS),
    act("remind_papers",         "eligibility",  COORDINATOR, UPSTREAM, HOST),
    act("upload_document",       "eligibility",  *FILE_KINDS),
    act("remove_document",       "eligibility",  *FILE_KINDS, about="paper"),
    act("invite_to_session",     "information",  UPSTREAM),
    act("answer_invitation",     "diagnosis",    UPSTREAM, about="invitation"),
    act("attend_event",          "information",  UPSTREAM),
    act("begin_diagnosis",       "information",  UPSTREAM),
    act("edit_diagnosis",        "diagnosis",    UPSTREAM),
    act("add_brake",             "diagnosis",    *FILE_KINDS),
    act("resolve_brake",         "diagnosis",    *FILE_KINDS, about="brake"),
    act("sign_diagnosis",        "diagnosis",    UPSTREAM),
    act("edit_wishes",           "preparation",  UPSTREAM),
    act("add_action",            "preparation",  *FILE_KINDS),
    act("edit_action",           "positioning",  COORDINATOR, PRESCRIBER, UPSTREAM, about="action"),
    act("plan_trial",            "preparation",  UPSTREAM, HOST),
    act("report_trial",          "preparation",  UPSTREAM, HOST, about="trial"),
    act("extend_preparation",    "preparation",  COORDINATOR, UPSTREAM, HOST),
    act("open_positioning",      "preparation",  UPSTREAM),
    act("propose_placement",     "positioning",  COORDINATOR, UPSTREAM),
    act("accept_placement",      "positioning",  HOST, about="placement"),
    act("decline_placement",     "positioning",  HOST, about="placement"),
    act("withdraw_placement",    "positioning",  COORDINATOR, UPSTREAM, about="placement"),
    act("return_to_preparation", "positioning",  UPSTREAM),
    act("hold_offer",            "positioning",  UPSTREAM, about="placement"),
    act("follow_hold",           "positioning",  UPSTREAM, about="hold"),
    act("release_offer",         "positioning",  UPSTREAM, about="hold"),
    act("plan_stay",             "immersion",    HOST),
    act("edit_stay",             "immersion",    HOST, about="stay"),
    act("reschedule_stay",       "immersion",    HOST, about="stay"),
    act("cancel_stay",           "immersion",    HOST, about="stay"),
    act("add_visit",             "immersion",    HOST, about="stay"),
    act("edit_visit",            "immersion",    HOST, about="stay_visit"),
    act("remove_visit",          "immersion",    HOST, about="stay_visit"),
    act("add_cost",              "immersion",    HOST, about="stay"),
    act("edit_cost",             "immersion",    HOST, about="stay_cost"),
    act("remove_cost",           "immersion",    HOST, about="stay_cost"),
    act("report_household",      "immersion",    UPSTREAM, HOST, about="stay"),
    act("report_employer",       "immersion",    HOST, about="stay_visit"),
    act("report_stay",           "immersion",    HOST, about="stay"),
    act("waive_stay",            "immersion",    HOST),
    act("answer_household",      "reflection",   UPSTREAM, about="adult"),
    act("edit_job",              "reflection",   HOST, about="adult"),
    act("edit_home",             "reflection",   HOST, about="project"),
    act("edit_dates",            "reflection",   HOST, about="project"),
    act("return_to_preparation", "validation",   UPSTREAM, HOST),
    act("answer_validation",     "validation",   UPSTREAM, HOST),
    act("validate",              "validation",   HOST),
    act("commit_job",            "installation", HOST),
    act("commit_home",           "installation", HOST),
    act("grant_derogation",      "installation", COORDINATOR),
    act("lose_track",            "installation", HOST),
    act("move_date",             "installation", HOST),
    act("edit_checklist",        "installation", HOST),
    act("add_aid",               "installation", HOST),
    act("edit_aid",              "installation", HOST, about="aid"),
    act("fast_track",            "preparation",  UPSTREAM, HOST),
    act("take_snapshot",         "installation", UPSTREAM, HOST, about="settling_adult"),
    act("miss_visit",            "follow_up",    HOST),
    act("extend_follow_up",      "follow_up",    HOST),
    act("settle",                "installation", HOST),
    act("visit",                 "follow_up",    HOST),
    act("close",                 "follow_up",    HOST),
    act("ask_news",              "closed",       COORDINATOR, HOST),
    act("note",                  "closed",       *FILE_KINDS),
    act("plan_appointment",      "eligibility",  *FILE_KINDS),
    act("close_appointment",     "eligibility",  *FILE_KINDS, about="appointment"),
    act("suspend",               "diagnosis",    COORDINATOR, UPSTREAM, HOST),
    act("suspend",               "positioning",  COORDINATOR, UPSTREAM),
    act("resume",                "asleep",       COORDINATOR, UPSTREAM, HOST),
    act("exit",                  "diagnosis",    COORDINATOR, UPSTREAM, HOST),
    act("edit_household",        "diagnosis",    *FILE_KINDS, about="household"),
    act("edit_person",           "diagnosis",    *FILE_KINDS, about="person"),
    act("record_permit",         "diagnosis",    *FILE_KINDS, about="person"),
    act("record_contact",        "diagnosis",    *FILE_KINDS, about="person"),
    act("add_member",            "diagnosis",    *FILE_KINDS, about="household"),
    act("expect_birth",          "diagnosis",    *FILE_KINDS, about="household"),
    act("record_birth",          "diagnosis",    *FILE_KINDS, about="household"),
    act("separate",              "diagnosis",    *FILE_KINDS, about="household"),
    act("member_moves",          "diagnosis",    *FILE_KINDS, about="person"),
    act("member_leaves",         "diagnosis",    *FILE_KINDS, about="person"),
    act("record_death",          "diagnosis",    *FILE_KINDS, about="person"),
    act("lose_shelter",          "positioning",  *FILE_KINDS),
    act("find_shelter",          "preparation",  *FILE_KINDS, about="loss"),
    act("leave_territory",       "follow_up",    HOST),
    act("assign_worker",         "diagnosis",    *FILE_KINDS),
    act("reopen",                "closed",       COORDINATOR, PRESCRIBER),
)
# fmt: on

TABLE = (*PAGES, *ACTS)


def cells(page: Page) -> Iterator[tuple[Person, str]]:
    return ((person, method) for person in page.callers for method in METHODS)
