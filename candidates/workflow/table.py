"""The steps of a parcours, in the order in which people live them.

Read a line aloud: this act, so called on its button and so told afterwards, is possible from these
stages, leads there, belongs to these people, is refused by these guards and asks why in these cases.
"""

from datetime import date

from candidates.enums import (
    OPEN_STAGES,
    OPEN_STANDINGS,
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
    can_host,
    can_orient,
    can_prepare,
    can_send_back,
    can_steer,
    is_the_platform,
)
from candidates.selectors import agreements
from candidates.workflow.guards import (
    a_party_refuses,
    adults_stay_lawfully,
    both_tracks_are_complete,
    dates_are_in_order,
    everyone_agrees,
    few_tries_were_made,
    no_stay_was_held,
    no_territory_is_wished,
    nobody_called,
    nobody_has_a_project,
    nobody_was_informed,
    papers_were_not_seen,
    the_home_is_elsewhere,
    the_household_is_eligible,
    the_milestone_is_ahead,
    the_plan_is_empty,
    themes_were_not_asked,
    this_departs_from_the_rule,
    this_goes_back,
    visits_are_missing,
)
from emile.core.workflow import Step


S = Stage


def diagnosis_if_informed(parcours: Parcours, on: date) -> str | None:
    return None if nobody_was_informed(parcours, on) else S.DIAGNOSIS


def validation_if_all_say_yes(parcours: Parcours, on: date) -> str | None:
    """A no has ended the placement by now: the file looks for another one."""
    if agreements.active_placement(parcours) is None:
        return S.POSITIONING
    decision = agreements.household_decision(parcours, on)
    return S.VALIDATION if decision == Answer.YES else None


def installation_if_all_agree(parcours: Parcours, on: date) -> str | None:
    """A lawful stay still to be checked keeps the file here, with everyone's yes.

    A no has ended the placement by now.
    """
    if agreements.active_placement(parcours) is None:
        return S.POSITIONING
    held_back = everyone_agrees(parcours, on) or adults_stay_lawfully(parcours, on)
    return None if held_back else S.INSTALLATION


ANYWHERE = OPEN_STAGES
# Wishes are told from the first meeting on, and may change until a territory has said yes.
UPSTREAM_WORK = (S.DIAGNOSIS, S.PREPARATION, S.POSITIONING)
PLACED = (S.IMMERSION, S.REFLECTION, S.VALIDATION, S.INSTALLATION)
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
    Step("begin_diagnosis",   "Commencer le diagnostic",         "Diagnostic commencé",              (S.INFORMATION,),          S.DIAGNOSIS,               can_prepare,          [],                        [nobody_was_informed]),
    Step("edit_diagnosis",    "Compléter le diagnostic",         "Diagnostic complété",              (S.DIAGNOSIS,),            None,                      can_prepare),
    Step("sign_diagnosis",    "Signer le diagnostic",            "Diagnostic signé",                 (S.DIAGNOSIS,),            S.PREPARATION,             can_prepare,          [],                        [themes_were_not_asked, papers_were_not_seen]),
    Step("edit_plan",         "Compléter le projet et le plan",  "Projet et plan d’action complétés", UPSTREAM_WORK,             None,                      can_prepare),
    Step("open_positioning",  "Passer au positionnement",        "Prêt pour un positionnement",      (S.PREPARATION,),          S.POSITIONING,             can_prepare,          [],                        [the_plan_is_empty, nobody_has_a_project, no_territory_is_wished]),
    Step("propose_placement", "Proposer à un territoire",        "Positionnement proposé",           (S.POSITIONING,),          None,                      can_prepare),
    Step("withdraw_placement", "Retirer la proposition",         "Positionnement retiré",            (S.POSITIONING,),          None,                      can_prepare),
    Step("decline_placement", "Refuser",                         "Positionnement refusé",            (S.POSITIONING,),          None,                      can_host),
    Step("accept_placement",  "Accepter",                        "Positionnement accepté",           (S.POSITIONING,),          S.IMMERSION,               can_host),
    Step("plan_stay",         "Organiser le séjour",             "Séjour d’immersion organisé",      (S.IMMERSION,),            None,                      can_host),
    Step("edit_stay",         "Modifier le séjour",              "Séjour d’immersion modifié",       (S.IMMERSION,),            None,                      can_host),
    Step("cancel_stay",       "Le séjour n’a pas eu lieu",       "Séjour d’immersion non tenu",      (S.IMMERSION,),            None,                      can_host),
    Step("report_stay",       "Partager le bilan du séjour",     "Bilan du séjour partagé",          (S.IMMERSION,),            S.REFLECTION,              can_host),
    Step("waive_stay",        "Continuer sans séjour",           "Parcours poursuivi sans séjour",   (S.IMMERSION,),            S.REFLECTION,              can_host,             [],                        [no_stay_was_held]),
    Step("answer_household",  "Noter la réponse d’un adulte",    "Réponse du ménage",                (S.REFLECTION,),           validation_if_all_say_yes, can_prepare),
    Step("answer_validation", "Tour de table",                   "Tour de table",                    (S.VALIDATION, S.INSTALLATION), installation_if_all_agree, can_answer,      [],                        [a_party_refuses]),
    Step("edit_project",      "Préciser l’emploi et le logement", "Projet précisé",                  PLACED,                    None,                      can_host),
    Step("validate",          "Valider le projet",               "Projet validé",                    (S.VALIDATION,),           S.INSTALLATION,            can_host,             [everyone_agrees, adults_stay_lawfully]),
    Step("commit_job",        "Emploi ou formation trouvé",      "Emploi ou formation trouvé",       (S.INSTALLATION,),         None,                      can_host),
    Step("commit_home",       "Logement trouvé",                 "Logement trouvé",                  (S.INSTALLATION,),         None,                      can_host,             [],                        [the_home_is_elsewhere]),
    Step("grant_derogation",  "Accorder une dérogation",         "Dérogation accordée",              (S.INSTALLATION,),         None,                      can_coordinate,       [],                        [this_departs_from_the_rule]),
    Step("settle",            "Installation faite",              "Installation dans le territoire",  (S.INSTALLATION,),         S.FOLLOW_UP,               can_host,             [everyone_agrees, adults_stay_lawfully, both_tracks_are_complete, dates_are_in_order]),
    Step("visit",             "Noter une visite de suivi",       "Visite de suivi",                  (S.FOLLOW_UP,),            None,                      can_host,             [],                        [the_milestone_is_ahead]),
    Step("close",             "Terminer l’accompagnement",       "Fin d’accompagnement",             (S.FOLLOW_UP,),            S.CLOSED,                  can_host,             [],                        [visits_are_missing, few_tries_were_made], AWAKE, Standing.CLOSED),
    # Beside the stages
    Step("return_to_preparation", "Revenir à la préparation",    "Retour à la préparation",          (S.POSITIONING, *PLACED),  S.PREPARATION,             can_send_back,        [],                        [this_goes_back]),
    Step("note",              "Noter un échange",                "Échange",                          tuple(Stage),              None,                      can_follow,           [],                        [], EVEN_CLOSED),
    Step("edit_household",    "Modifier le foyer",               "Foyer modifié",                    ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("edit_person",       "Modifier les renseignements",     "Renseignements d’une personne modifiés", ANYWHERE,            None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_permit",     "Noter un titre de séjour",        "Titre de séjour noté",             ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
    Step("record_contact",    "Noter un moyen de contact",       "Moyen de contact noté",            ANYWHERE,                  None,                      can_edit,             [],                        [], OPEN_STANDINGS),
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
