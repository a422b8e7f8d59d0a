"""The stay: what fills its days, what it costs, what is told of it."""

from django.db import models


class StayOutcome(models.TextChoices):
    HELD = "held", "Le séjour a eu lieu en entier"
    PARTLY_HELD = "partly_held", "Le séjour a eu lieu en partie"


class StaySide(models.TextChoices):
    """Where the obstacle came from, which is nobody's fault."""

    TRANSPORT = "transport", "Du transport"
    OPERATOR = "operator", "De l’équipe qui accueille"
    EMPLOYER = "employer", "De l’employeur ou du formateur"
    HOUSEHOLD = "household", "Du ménage"
    EXTERNAL = "external", "D’ailleurs"


class VisitKind(models.TextChoices):
    EMPLOYER = "employer", "Employeur"
    TRAINING = "training", "Formation"
    HOUSING = "housing", "Logement"
    SCHOOL = "school", "École ou garde d’enfants"
    SERVICES = "services", "Mairie, santé, services"
    CITIZEN = "citizen", "Association ou vie locale"
    WELCOME = "welcome", "Accueil ou point avec l’équipe"
    FREE_TIME = "free_time", "Temps libre"


# Those that are asked whether they would take the person.
WITH_AN_EMPLOYER = (VisitKind.EMPLOYER, VisitKind.TRAINING)


class TravelMode(models.TextChoices):
    TRAIN = "train", "Train"
    COACH = "coach", "Car"
    CAR = "car", "Voiture"
    SHARED_CAR = "shared_car", "Covoiturage"
    WITH_THE_TEAM = "with_the_team", "Avec l’équipe"
    OTHER = "other", "Autrement"


class Ticket(models.TextChoices):
    TO_BUY = "to_buy", "À prendre"
    BOUGHT = "bought", "Pris"
    HANDED_OVER = "handed_over", "Remis"
    NOT_NEEDED = "not_needed", "Pas besoin de billet"


class StayLodging(models.TextChoices):
    OPERATOR_HOME = "operator_home", "Logement de l’équipe qui accueille"
    RENTAL = "rental", "Gîte ou location"
    HOTEL = "hotel", "Hôtel"
    RESIDENCE = "residence", "Résidence ou foyer"
    WITH_A_RESIDENT = "with_a_resident", "Chez l’habitant"
    OTHER = "other", "Autre"


class StayChildcare(models.TextChoices):
    WITH_PARENTS = "with_parents", "Les enfants suivent les visites avec leurs parents"
    ON_SITE = "on_site", "Ils sont gardés sur place"
    STAY_BEHIND = "stay_behind", "Ils ne font pas le voyage"
    NO_CHILD = "no_child", "Pas d’enfant"


class StayCostKind(models.TextChoices):
    TRANSPORT = "transport", "Transport"
    LODGING = "lodging", "Hébergement"
    MEALS = "meals", "Repas"
    CHILDCARE = "childcare", "Garde des enfants"
    OTHER = "other", "Autre dépense"


class CostPayer(models.TextChoices):
    OPERATOR = "operator", "L’équipe qui accueille"
    UPSTREAM = "upstream", "L’équipe qui prépare"
    PRESCRIBER = "prescriber", "La structure qui oriente"
    EMPLOYMENT_SERVICE = "employment_service", "France Travail ou la mission locale"
    LOCAL_AUTHORITY = "local_authority", "Une collectivité"
    EMPLOYER = "employer", "L’employeur"
    HOUSEHOLD = "household", "Le ménage"
    OTHER = "other", "Un autre financeur"


class Recommendation(models.TextChoices):
    GO_ON = "go_on", "Continuer vers l’installation"
    THINK = "think", "Prendre le temps de réfléchir"
    ELSEWHERE = "elsewhere", "Pas ce territoire"


class WouldHire(models.TextChoices):
    YES = "yes", "Oui"
    MAYBE = "maybe", "Peut-être"
    NO = "no", "Non"
