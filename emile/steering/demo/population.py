"""Who they are. Every name, date, number and address here is invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from candidates.enums import (
    ContactKind,
    DrivingLicence,
    HousingPrecarity,
    LanguageLevel,
    Link,
    Nationality,
    PermitKind,
    ResidentialKind,
    Sex,
    Stage,
    Vehicle,
)
from candidates.services import NewPerson


@dataclass(frozen=True, slots=True)
class FictitiousHousehold:
    """``goal`` is how far it has come, ``days`` how long ago it was oriented.

    ``commune`` is the INSEE code of where it sleeps, ``occupation`` the ROME code of its project.
    ``ending`` names what happened at the goal, when it is not simply waiting there. ``needs`` are
    fields of ``Household``.
    """

    people: tuple[NewPerson, ...]
    goal: Stage
    days: int
    commune: str
    occupation: str
    precarity: HousingPrecarity = HousingPrecarity.NO_LEASE
    is_committed: bool | None = True
    ending: str = ""
    needs: Mapping[str, bool] = field(default_factory=dict)


def adult(
    first_name: str,
    last_name: str,
    born: date,
    phone: str,
    *,
    sex: Sex = Sex.WOMAN,
    link: Link = Link.CANDIDATE,
    level: LanguageLevel = LanguageLevel.B1,
    nationality: Nationality = Nationality.FRENCH,
    permit: tuple[PermitKind, date] | None = None,
    lodging: ResidentialKind = ResidentialKind.THIRD_PARTY,
    contact: ContactKind = ContactKind.OWN_PHONE,
    whose: str = "",
    licences: list[DrivingLicence] | None = None,
    prepares_licence_b: bool | None = None,
    vehicle: Vehicle | str = "",
    email: str = "",
) -> NewPerson:
    """A person of 18 or more; ``phone`` is empty for those who are reached through another."""
    contacts: list[dict[str, Any]] = []
    if phone:
        contacts += [{"kind": contact, "value": phone, "whose": whose, "is_message_safe": True}]
    if email:
        contacts += [{"kind": ContactKind.EMAIL, "value": email, "is_message_safe": True}]
    return NewPerson(
        link=link,
        fields={
            "first_name": first_name,
            "last_name": last_name,
            "birth_date": born,
            "sex": sex,
            "nationality": nationality,
            "language_level": level,
            "licences": licences,
            "prepares_licence_b": prepares_licence_b,
            "vehicle": vehicle,
        },
        permit={"kind": permit[0], "expires_on": permit[1]} if permit else None,
        lodging=lodging,
        contacts=contacts,
    )


def child(first_name: str, last_name: str, born: date, schooling: str = "") -> NewPerson:
    return NewPerson(
        link=Link.CHILD,
        fields={
            "first_name": first_name,
            "last_name": last_name,
            "birth_date": born,
            "nationality": Nationality.FRENCH,
            "schooling": schooling,
        },
    )


MAN, PARTNER = Sex.MAN, Link.PARTNER
OUTSIDE_EUROPE, EUROPEAN = Nationality.OTHER, Nationality.EUROPEAN
SHELTER, HOTEL = ResidentialKind.SHELTER, ResidentialKind.EMERGENCY
B, C, OWN, SHARED = DrivingLicence.B, DrivingLicence.C, Vehicle.OWN, Vehicle.SHARED
CARD, RECEIPT = PermitKind.CARD, PermitKind.RENEWAL_RECEIPT
LATER = date(2029, 3, 31)

# fmt: off
HOUSEHOLDS: tuple[FictitiousHousehold, ...] = (
    FictitiousHousehold(
        (adult("Fatou", "Diagne-Lambert", date(1991, 3, 8), "+33612000001", email="fatou@personne.example", level=LanguageLevel.B2),
         child("Ismaël", "Diagne-Lambert", date(2018, 9, 1), "CE2"),
         child("Maïmouna", "Diagne-Lambert", date(2022, 1, 15), "assistante maternelle")),
        Stage.FOLLOW_UP, 330, "93066", "K1304"),
    FictitiousHousehold(
        (adult("Olivier", "Vasseur", date(1979, 11, 2), "+33612000002", sex=MAN, licences=[B, C], vehicle=SHARED),),
        Stage.CLOSED, 560, "75118", "N1103", ending="close"),
    FictitiousHousehold(
        (adult("Amina", "Benkhedda", date(1988, 6, 21), "+33612000003", email="amina@personne.example", nationality=OUTSIDE_EUROPE, permit=(CARD, LATER)),
         adult("Yacine", "Benkhedda", date(1985, 2, 4), "", sex=MAN, link=PARTNER, nationality=OUTSIDE_EUROPE, permit=(CARD, LATER)),
         child("Lina", "Benkhedda", date(2016, 5, 30), "CM2")),
        Stage.INSTALLATION, 250, "93008", "G1602", HousingPrecarity.OVERCROWDED, ending="expect_a_child"),
    FictitiousHousehold(
        (adult("Jean-Éric", "Dupond", date(1996, 7, 14), "+33612000004", email="jean-eric@personne.example", sex=MAN, lodging=SHELTER),),
        Stage.VALIDATION, 200, "95018", "N1101"),
    FictitiousHousehold(
        (adult("Oksana", "Petrenko", date(1993, 12, 5), "+33612000005", nationality=OUTSIDE_EUROPE, permit=(PermitKind.PROTECTION, LATER), lodging=HOTEL),
         child("Danylo", "Petrenko", date(2019, 4, 18), "CP")),
        Stage.REFLECTION, 170, "94028", "K1302"),
    FictitiousHousehold(
        (adult("Moussa", "Traoré-Girard", date(1998, 1, 1), "+33612000006", sex=MAN, level=LanguageLevel.A2, nationality=OUTSIDE_EUROPE, permit=(RECEIPT, LATER), lodging=SHELTER),),
        Stage.IMMERSION, 150, "93048", "F1703"),
    FictitiousHousehold(
        (adult("Catherine", "Ehrlich", date(1969, 8, 27), "+33612000007", licences=[B], vehicle=OWN),),
        Stage.IMMERSION, 140, "77288", "K1304", HousingPrecarity.EVICTION),
    FictitiousHousehold(
        (adult("Samira", "El Khoury", date(1990, 10, 10), "+33612000008", email="samira@personne.example", licences=[], vehicle=Vehicle.NONE),
         child("Nour", "El Khoury", date(2024, 2, 2), "crèche")),
        Stage.POSITIONING, 120, "92050", "J1501"),
    FictitiousHousehold(
        (adult("Tomasz", "Wiśniewski", date(1983, 5, 19), "+33612000009", sex=MAN, nationality=EUROPEAN, licences=[B]),),
        Stage.POSITIONING, 110, "91228", "F1607", ending="propose"),
    FictitiousHousehold(
        (adult("Grace", "Mbemba", date(1987, 9, 9), "+33612000010", nationality=OUTSIDE_EUROPE, permit=(CARD, LATER), lodging=HOTEL),
         child("Joël", "Mbemba", date(2012, 11, 20), "4e"),
         child("Ruth", "Mbemba", date(2015, 6, 6), "6e"),
         child("Élie", "Mbemba", date(2021, 3, 3), "petite section")),
        Stage.PREPARATION, 95, "93029", "K1302"),
    FictitiousHousehold(
        (adult("Kévin", "Lemoine", date(2003, 2, 17), "+33612000011", email="kevin@personne.example", sex=MAN, licences=[DrivingLicence.AM], prepares_licence_b=True, lodging=ResidentialKind.SOCIAL_RESIDENCE),),
        Stage.PREPARATION, 80, "78646", "G1603"),
    FictitiousHousehold(
        (adult("Nadège", "Aubertin", date(1981, 4, 4), "+33612000012"),
         adult("Bruno", "Aubertin", date(1978, 12, 24), "", sex=MAN, link=PARTNER, licences=[B])),
        Stage.DIAGNOSIS, 60, "77186", "A1414"),
    FictitiousHousehold(
        (adult("Rahel", "Tesfaye", date(1995, 5, 25), "+33612000013", email="rahel@personne.example", level=LanguageLevel.A2, nationality=OUTSIDE_EUROPE, permit=(PermitKind.PROTECTION, LATER), lodging=SHELTER),),
        Stage.DIAGNOSIS, 45, "75119", "K1304"),
    FictitiousHousehold(
        (adult("Valentin", "Roussel-Dupuis", date(1992, 3, 30), "+33612000014", sex=MAN),),
        Stage.DIAGNOSIS, 75, "94081", "N1105", ending="suspend"),
    FictitiousHousehold(
        (adult("Mariama", "Sylla", date(1989, 7, 7), "+33612000015", nationality=OUTSIDE_EUROPE, permit=(CARD, LATER)),
         child("Aïssata", "Sylla", date(2017, 10, 12), "CM1")),
        Stage.INFORMATION, 25, "93001", "K1304", ending="lose_shelter"),
    FictitiousHousehold(
        (adult("Pascal", "Noirot", date(1966, 2, 28), "+33612000016", sex=MAN, contact=ContactKind.SHARED_PHONE, whose="son frère"),),
        Stage.INFORMATION, 20, "95500", "A1203", HousingPrecarity.NOT_OWNER),
    FictitiousHousehold(
        (adult("Blessing", "Okafor", date(1994, 1, 23), "+33612000017", email="blessing@personne.example", nationality=OUTSIDE_EUROPE, permit=(RECEIPT, LATER), lodging=HOTEL),),
        Stage.ELIGIBILITY, 9, "93066", "K1304"),
    FictitiousHousehold(
        (adult("Hamid", "Rahimi", date(2000, 8, 16), "+33612000018", sex=MAN, level=LanguageLevel.A1, nationality=OUTSIDE_EUROPE, permit=(PermitKind.PROTECTION, LATER), lodging=SHELTER),),
        Stage.ELIGIBILITY, 4, "75120", "F1703"),
    FictitiousHousehold(
        (adult("Lucie", "Marchetti", date(1997, 6, 1), "+33612000019", lodging=ResidentialKind.STREET),),
        Stage.ELIGIBILITY, 1, "75110", "G1602"),
    FictitiousHousehold(
        (adult("Souleymane", "Camara", date(1986, 9, 18), "+33100000020", sex=MAN, contact=ContactKind.ORGANISATION, whose="accueil du CHRS", lodging=SHELTER),),
        Stage.ORIENTATION, 3, "93066", "N1101", is_committed=None),
    # Who want the same places in the Cantal.
    FictitiousHousehold(
        (adult("Aïcha", "Bensalem", date(1992, 2, 11), "+33612000021", email="aicha@personne.example", licences=[B], vehicle=OWN),),
        Stage.POSITIONING, 118, "93066", "K1304"),
    FictitiousHousehold(
        (adult("Loïc", "Perrin", date(1984, 6, 3), "+33612000022", sex=MAN, licences=[B], vehicle=OWN),),
        Stage.POSITIONING, 104, "94028", "K1304"),
    FictitiousHousehold(
        (adult("Yasmine", "Haddad", date(1999, 10, 29), "+33612000023", licences=[B], vehicle=SHARED),),
        Stage.POSITIONING, 112, "75119", "G1602"),
    FictitiousHousehold(
        (adult("Awa", "Cissé", date(1987, 1, 8), "+33612000024", licences=[B], vehicle=OWN),
         adult("Ibrahim", "Cissé", date(1985, 5, 14), "", sex=MAN, link=PARTNER, licences=[B])),
        Stage.POSITIONING, 109, "92050", "K1304"),
)
# fmt: on
