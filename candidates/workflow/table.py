"""The steps of a parcours, in the order in which people live them.

Read a line aloud: this act, so called on its button and so told afterwards, is possible from these
stages, leads there, belongs to these people, is refused by these guards and asks why in these cases.
"""

from datetime import date

from candidates.enums import (
    OPEN_STAGES,
    OPEN_STANDINGS,
    OVER_STANDINGS,
    WORKING_STANDINGS,
    Answer,
    Stage,
    Standing,
)
from candidates.models import Parcours
from candidates.policies import (
    can_answer,
    can_coordinate,
    can_edit,
    can_follow,
    can_hand_over,
    can_host,
    can_host_or_coordinate,
    can_orient,
    can_prepare,
    can_prepare_or_coordinate,
    can_prepare_or_host,
    can_remind,
    can_reopen,
    can_send_back,
    can_steer,
    is_the_platform,
)
from candidates.selectors import agreements
from candidates.workflow.guards import (
    a_party_refuses,
    adults_stay_lawfully,
    everyone_agrees,
    no_stay_was_held,
    no_territory_is_wished,
    nobody_called,
    nobody_has_a_project,
    nobody_was_informed,
    papers_reminded_once_a_day,
    papers_were_not_seen,
    the_household_is_eligible,
    the_plan_is_empty,
    the_preparation_is_extended,
    the_session_is_full,
    themes_were_not_asked,
    this_departs_from_the_rule,
    this_goes_back,
    two_projects_differ,
)
from candidates.workflow.settling import (
    both_tracks_are_complete,
    dates_are_in_order,
    few_tries_were_made,
    the_checklist_is_open,
    the_follow_up_is_extended,
    the_home_is_elsewhere,
    the_milestone_has_begun,
    the_milestone_is_ahead,
    the_planned_day_is_past,
    this_is_the_fast_track,
    visits_are_missing,
)
from emile.core.workflow import Step


S = Stage


def diagnosis_if_informed(parcours: Parcours, on: date) -> str | None:
    return None if nobody_was_informed(parcours, on) else S.DIAGNOSIS


def validation_if_all_say_yes(parcours: Parcours, on: date) -> str | None:
    """A no has ended the placement by now: the file looks for another one."""
    if not agreements.is_placed(parcours):
        return S.POSITIONING
    decision = agreements.household_decision(parcours, on)
    return S.VALIDATION if decision == Answer.YES else None


def installation_if_all_agree(parcours: Parcours, on: date) -> str | None:
    """A lawful stay still to be checked keeps the file here, with everyone's yes.

    A no has ended the placement by now.
    """
    if not agreements.is_placed(parcours):
        return S.POSITIONING
    held_back = everyone_agrees(parcours, on) or adults_stay_lawfully(parcours, on)
    return None if held_back else S.INSTALLATION


ANYWHERE = OPEN_STAGES
# Wishes are told from the first meeting on, and may change until a territory has said yes.
UPSTREAM_WORK = (S.DIAGNOSIS, S.PREPARATION, S.POSITIONING)
# A workshop or a visit may come before the diagnosis, and after it.
EVENTS = (S.INFORMATION, *UPSTREAM_WORK)
TOLD_AFTER_A_STAY = (S.IMMERSION, S.REFLECTION, S.VALIDATION)
# From the installation on, moving the planned day has a reason.
BEFORE_INSTALLATION = (S.IMMERSION, S.REFLECTION, S.VALIDATION)
PLACED = (*BEFORE_INSTALLATION, S.INSTALLATION)
# The action plan runs beside the stages, to the end.
PLANNED = (*UPSTREAM_WORK, *PLACED, S.FOLLOW_UP)
BEFORE_SETTLING = (S.PREPARATION, S.POSITIONING, S.IMMERSION, S.REFLECTION, S.VALIDATION)
SETTLING = (S.INSTALLATION, S.FOLLOW_UP)
AWAKE = WORKING_STANDINGS
ASLEEP = (Standing.SUSPENDED,)
EVEN_CLOSED = tuple(Standing)

# fmt: off
STEPS: tuple[Step, ...] = (
    #    name                 button                             told afterwards as                  from                       to                         who                   refused if not             asks why if
    Step("open",              "Ouvrir un dossier",               "Dossier ouvert",                   (),                        S.ORIENTATION,             can_orient),
    Step("orient",            "Confirmer l’orientation",         "Orientation confirmée",            (S.ORIENTATION,),          S.ELIGIBILITY,             can_orient),
    Step("log_call",          "Noter un appel",                  "Appel au ménage",                  (S.ELIGIBILITY,),          None,                      can_coordinate),
    Step("declare_eligible",  "Déclarer éligible et confier",    "Éligibilité prononcée",            (S.ELIGIBILITY,),          S.INFORMATION,             can_coordinate,       [the_household_is_eligible], [nobody_called]),
    Step("ask_prescriber",    "Demander un complément",          "Complément demandé",               (S.ELIGIBILITY,),          S.ORIENTATION,             can_coordinate,       [],                        [this_goes_back]),
    Step("record_attendance", "Noter l’information donnée",      "Information sur le programme",     (S.INFORMATION,),          diagnosis_if_informed,     can_prepare),
    Step("invite_to_session", "Inviter à une réunion",           "Invitation à une réunion",         EVENTS,                    None,                      can_prepare,          [],                        [the_session_is_full]),
    Step("answer_invitation", "Noter la réponse à l’invitation", "Réponse à une invitation",         EVENTS,                    None,                      can_prepare),
    Step("attend_event",      "Noter une participation",         "Participation à un événement",     EVENTS,                    None,                      can_prepare),
    Step("begin_diagnosis",   "Commencer le diagnostic",         "Diagnostic commencé",              (S.INFORMATION,),          S.DIAGNOSIS,               can_prepare,          [],                        [nobody_was_informed]),
    Step("edit_diagnosis",    "Compléter le diagnostic",         "Diagnostic complété",              (S.DIAGNOSIS,),            None,                      can_prepare),
    Step("add_brake",         "Ajouter un frein",                "Frein noté",                       PLANNED,                   None,                      can_edit),
    Step("resolve_brake",     "Lever ce frein",                  "Frein levé",                       PLANNED,                   None,                      can_edit),
    Step("sign_diagnosis",    "Signer le diagnostic",            "Diagnostic signé",                 (S.DIAGNOSIS,),            S.PREPARATION,             can_prepare,          [],                        [themes_were_not_asked, papers_were_not_seen]),
    Step("edit_wishes",       "Projets et territoires souhaités", "Projets et territoires souhaités", UPSTREAM_WORK,             None,                      can_prepare,          [],                        [two_projects_differ]),
    Step("add_action",        "Ajouter une action",              "Action ajoutée au plan",           PLANNED,                   None,                      can_edit),
    Step("edit_action",       "Mettre à jour l’action",          "Action du plan mise à jour",       PLANNED,                   None,                      can_edit),
    Step("plan_trial",        "Prévoir une PMSMP",               "PMSMP prévue",                     (*UPSTREAM_WORK, *PLACED), None,                      can_send_back),
    Step("report_trial",      "Noter le bilan de la PMSMP",      "Bilan de PMSMP",                   (*UPSTREAM_WORK, *PLACED), None,                      can_send_back),
    Step("extend_preparation", "Prolonger la préparation",       "Préparation prolongée",            (S.PREPARATION, S.POSITIONING), None,                 can_steer,            [],                        [the_preparation_is_extended]),
    Step("open_positioning",  "Passer au positionnement",        "Prêt pour un positionnement",      (S.PREPARATION,),          S.POSITIONING,             can_prepare,          [],                        [the_plan_is_empty, nobody_has_a_project, no_territory_is_wished]),
    Step("propose_placement", "Proposer à un territoire",        "Positionnement proposé",           (S.POSITIONING,),          None,                      can_prepare_or_coordinate),
    Step("withdraw_placement", "Retirer la proposition",         "Positionnement retiré",            (S.POSITIONING,),          None,                      can_prepare_or_coordinate),
    Step("decline_placement", "Refuser",                         "Positionnement refusé",            (S.POSITIONING,),          None,                      can_host),
    Step("accept_placement",  "Accepter",                        "Positionnement accepté",           (S.POSITIONING,),          S.IMMERSION,               can_host),
    Step("plan_stay",         "Organiser le séjour",             "Séjour d’immersion organisé",      (S.IMMERSION,),            None,                      can_host),
    Step("edit_stay",         "Modifier le séjour",              "Séjour d’immersion modifié",       (S.IMMERSION,),            None,                      can_host),
    Step("reschedule_stay",   "Reporter le séjour",              "Séjour d’immersion reporté",       (S.IMMERSION,),            None,                      can_host),
    Step("add_visit",         "Ajouter une visite",              "Programme du séjour complété",     (S.IMMERSION,),            None,                      can_host),
    Step("edit_visit",        "Modifier la visite",              "Programme du séjour modifié",      (S.IMMERSION,),            None,                      can_host),
    Step("remove_visit",      "Retirer la visite",               "Visite retirée du programme",      (S.IMMERSION,),            None,                      can_host),
    Step("add_cost",          "Ajouter une dépense",             "Dépense du séjour notée",          PLACED,                    None,                      can_host),
    Step("edit_cost",         "Modifier la dépense",             "Dépense du séjour modifiée",       PLACED,                    None,                      can_host),
    Step("remove_cost",       "Retirer la dépense",              "Dépense du séjour retirée",        PLACED,                    None,                      can_host),
    Step("cancel_stay",       "Le séjour n’a pas eu lieu",       "Séjour d’immersion non tenu",      (S.IMMERSION,),            None,                      can_host),
    Step("report_stay",       "Partager le bilan du séjour",     "Bilan du séjour partagé",          (S.IMMERSION,),            S.REFLECTION,              can_host),
    Step("report_household",  "Noter ce qu’en dit le ménage",    "Avis du ménage sur le séjour",     TOLD_AFTER_A_STAY,         None,                      can_prepare_or_host),
    Step("report_employer",   "Noter l’avis de l’employeur",     "Avis d’un employeur sur le séjour", TOLD_AFTER_A_STAY,        None,                      can_host),
    Step("waive_stay",        "Continuer sans séjour",           "Parcours poursuivi sans séjour",   (S.IMMERSION,),            S.REFLECTION,              can_host,             [],                        [no_stay_was_held]),
    Step("answer_household",  "Noter la réponse d’un adulte",    "Réponse du ménage",                (S.REFLECTION,),           validation_if_all_say_yes, can_prepare),
    Step("answer_validation", "Tour de table",                   "Tour de table",                    (S.VALIDATION, S.INSTALLATION), installation_if_all_agree, can_answer,      [],                        [a_party_refuses]),
    Step("edit_job",          "Préciser l’emploi ou la formation", "Emploi ou formation précisé",    PLACED,                    None,                      can_host),
    Step("edit_home",         "Préciser le logement",            "Logement précisé",                 PLACED,                    None,                      can_host),
    Step("edit_dates",        "Prévoir la date d’installation",  "Date d’installation prévue",       BEFORE_INSTALLATION,       None,                      can_host),
    Step("hold_offer",        "Retenir une offre ou une place",  "Offre ou place demandée pour le ménage", (S.POSITIONING, *PLACED), None,                can_send_back),
    Step("follow_hold",       "Suivre la réservation",           "Suite d’une offre ou d’une place retenue", (S.POSITIONING, *PLACED), None,              can_send_back),
    Step("release_offer",     "Libérer",                         "Offre ou place libérée",           (S.POSITIONING, *PLACED),  None,                      can_send_back),
    Step("fast_track",        "Voie rapide",                     "Installation ouverte par la voie rapide", BEFORE_SETTLING,    S.INSTALLATION,            can_send_back,        [],                        [no_stay_was_held, this_is_the_fast_track]),
    Step("validate",          "Valider le projet",               "Projet validé",                    (S.VALIDATION,),           S.INSTALLATION,            can_host,             [everyone_agrees, adults_stay_lawfully]),
    Step("commit_job",        "Noter l’emploi ou la formation",  "Emploi ou formation trouvé",       (S.INSTALLATION,),         None,                      can_host),
    Step("commit_home",       "Noter le logement",               "Logement trouvé",                  (S.INSTALLATION,),         None,                      can_host,             [],                        [the_home_is_elsewhere]),
    Step("lose_track",        "Emploi ou logement perdu",        "Emploi ou logement perdu",         SETTLING,                  None,                      can_host),
    Step("move_date",         "Déplacer la date prévue",         "Date d’installation déplacée",     (S.INSTALLATION,),         None,                      can_host),
    Step("edit_checklist",    "Liste avant l’entrée",            "Liste avant l’entrée mise à jour", SETTLING,                  None,                      can_host),
    Step("add_aid",           "Ajouter une dépense d’installation", "Dépense ou aide à l’installation ajoutée", SETTLING,      None,                      can_host),
    Step("edit_aid",          "Modifier la dépense",             "Dépense ou aide à l’installation modifiée", SETTLING,         None,                      can_host),
    Step("grant_derogation",  "Accorder une dérogation",         "Dérogation accordée",              (S.INSTALLATION,),         None,                      can_coordinate,       [],                        [this_departs_from_the_rule]),
    Step("settle",            "Noter l’installation",            "Installation dans le territoire",  (S.INSTALLATION,),         S.FOLLOW_UP,               can_host,             [everyone_agrees, adults_stay_lawfully, both_tracks_are_complete, dates_are_in_order], [the_checklist_is_open, the_planned_day_is_past]),
    Step("visit",             "Noter une visite de suivi",       "Visite de suivi",                  (S.FOLLOW_UP,),            None,                      can_host,             [the_milestone_has_begun], [the_milestone_is_ahead]),
    Step("miss_visit",        "La visite n’a pas eu lieu",       "Visite de suivi qui n’a pas eu lieu", (S.FOLLOW_UP,),         None,                      can_host,             [the_milestone_has_begun]),
    Step("extend_follow_up",  "Prolonger l’accompagnement",      "Accompagnement prolongé",          (S.FOLLOW_UP,),            None,                      can_host,             [],                        [the_follow_up_is_extended]),
    Step("close",             "Terminer l’accompagnement",       "Fin d’accompagnement",             (S.FOLLOW_UP,),            S.CLOSED,                  can_host,             [],                        [visits_are_missing, few_tries_were_made], AWAKE, Standing.CLOSED),
    Step("ask_news",          "Demander des nouvelles",          "Nouvelles demandées après la fin", (S.FOLLOW_UP, S.CLOSED),   None,                      can_host_or_coordinate, [],                      [], OVER_STANDINGS),
    # Beside the stages
    Step("return_to_preparation", "Revenir à la préparation",    "Retour à la préparation",          (S.POSITIONING, *PLACED),  S.PREPARATION,             can_send_back,        [],                        [this_goes_back]),
    Step("take_snapshot",     "Noter la situation",              "Situation d’un adulte notée",      (S.DIAGNOSIS, S.INSTALLATION), None,                  can_prepare_or_host),
    Step("note",              "Écrire",                          "Échange",                          tuple(Stage),              None,                      can_follow,           [],                        [], EVEN_CLOSED),
    Step("remind",            "Relancer",                        "Relance envoyée",                  ANYWHERE,                  None,                      can_remind),
    Step("plan_appointment",  "Rendez-vous",                     "Rendez-vous fixé",                 ANYWHERE,                  None,                      can_follow,           [],                        [], OPEN_STANDINGS),
    Step("close_appointment", "Dire ce qu’il en a été",          "Suite d’un rendez-vous",           tuple(Stage),              None,                      can_follow,           [],                        [], EVEN_CLOSED),
    Step("edit_household",    "Modifier le foyer",               "Foyer modifié",                    ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("edit_person",       "Modifier les renseignements",     "Renseignements d’une personne modifiés", ANYWHERE,            None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_permit",     "Noter un titre de séjour",        "Titre de séjour noté",             ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_contact",    "Noter un moyen de contact",       "Moyen de contact noté",            ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("ask_documents",     "Demander des pièces",             "Pièces demandées",                 ANYWHERE,                  None,                      can_steer,            [],                        [], OPEN_STANDINGS),
    Step("receive_document",  "Noter une pièce reçue",           "Pièce reçue",                      ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("upload_document",   "Déposer une pièce",               "Pièce déposée",                    ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("see_document",      "Noter une pièce vue",             "Pièce vue",                        ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("remind_papers",     "Rappeler les pièces manquantes",  "Pièces manquantes rappelées",      ANYWHERE,                  None,                      can_steer,            [papers_reminded_once_a_day], [], OPEN_STANDINGS),
    Step("remove_document",   "Retirer la pièce",                "Pièce retirée",                    tuple(Stage),              None,                      can_edit,             [],                        [], EVEN_CLOSED),
    Step("add_member",        "Une personne arrive",             "Arrivée dans le foyer",            ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("member_moves",      "Présence et départ",              "Présence et départ d’une personne", ANYWHERE,                 None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("member_leaves",     "Quitte le foyer",                 "Départ d’une personne du foyer",   ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("expect_birth",      "Naissance attendue",              "Naissance attendue",               ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_birth",      "Naissance",                       "Naissance",                        ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_death",      "Décès",                           "Décès d’une personne du foyer",    ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("separate",          "Séparation",                      "Séparation",                       ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("open_apart",        "Ouvrir après une séparation",     "Dossier ouvert après une séparation", (),                     None,                      can_edit),
    Step("lose_shelter",      "Perte d’hébergement",             "Perte d’hébergement",              ANYWHERE,                  None,                      can_follow,           [],                        [], OPEN_STANDINGS),
    Step("find_shelter",      "Un hébergement est trouvé",       "Hébergement retrouvé",             ANYWHERE,                  None,                      can_follow,           [],                        [], OPEN_STANDINGS),
    Step("leave_territory",   "Départ du territoire",            "Départ du territoire",             (S.FOLLOW_UP,),            S.CLOSED,                  can_host,             [],                        [], AWAKE, Standing.CLOSED),
    Step("change_territory",  "Départ vers un autre territoire", "Départ vers un autre territoire du programme", (S.FOLLOW_UP,), None,                      can_host),
    Step("hand_over",         "Passer le dossier",               "Passation",                        ANYWHERE,                  None,                      can_hand_over,        [],                        [], OPEN_STANDINGS),
    Step("assign_worker",     "Choisir le référent ou la référente", "Référent ou référente choisi", ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("reopen",            "Retour du ménage",                "Retour du ménage, nouveau parcours", tuple(Stage),            None,                      can_reopen,           [],                        [], (Standing.EXITED, Standing.CLOSED)),
    Step("open_again",        "Rouvrir",                         "Dossier ouvert au retour du ménage", (),                      None,                      can_reopen),
    Step("suspend",           "Suspendre",                       "Suspension",                       ANYWHERE,                  None,                      can_steer,            [],                        [], AWAKE, Standing.SUSPENDED),
    Step("resume",            "Reprendre",                       "Reprise",                          ANYWHERE,                  None,                      can_steer,            [],                        [], ASLEEP, Standing.IN_PROGRESS),
    Step("wake",              "Réveiller",                       "Reprise à la date prévue",         ANYWHERE,                  None,                      is_the_platform,      [],                        [], ASLEEP, Standing.IN_PROGRESS),
    Step("exit",              "Sortie du programme",             "Sortie du programme",              ANYWHERE,                  None,                      can_steer,            [],                        [], OPEN_STANDINGS, Standing.EXITED),
    Step("join",              "Rattacher la structure",          "Structure rattachée au dossier",   ANYWHERE,                  None,                      can_coordinate,       [],                        [], OPEN_STANDINGS),
    Step("leave",             "Ce n’est pas la même personne",   "Rattachement annulé",              tuple(Stage),              None,                      can_coordinate,       [],                        [], EVEN_CLOSED),
    Step("correct",           "Corriger cet acte",               "Acte corrigé",                     (),                        None,                      can_follow),
)
# fmt: on

# The hand-over of each stage that waits for someone to say so: when nothing holds it back, the
# standing is « Étape terminée ».
HAND_OVERS: dict[str, str] = {
    S.PREPARATION: "open_positioning",
    S.VALIDATION: "validate",
    S.INSTALLATION: "settle",
    S.FOLLOW_UP: "close",
}
