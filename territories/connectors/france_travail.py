"""France Travail's API « Offres d’emploi », version 2.

Client credentials give a token of some minutes. A search gives at most 150 offers at once, by ranges,
and no more than 1,150 in all: beyond, it is asked by halves of the time in which offers were made.
"""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import requests
from django.conf import settings

from emile.core.prose import INVISIBLE
from territories.connectors import SourceFailed
from territories.enums import ContractKind, DrivingLicence, Origin, Qualification


PAGE, REACHABLE = 150, 1150
SCOPE = "api_offresdemploiv2 o2dsoffre"
# Offers made longer ago are not looked for where there are more than can be reached.
OLDEST, SHORTEST = timedelta(days=730), timedelta(minutes=1)
TIMEOUT_SECONDS = (5, 30)
# Three requests a second; a source that is tired says how long to wait, within reason.
PAUSE_SECONDS, LONGEST_WAIT_SECONDS = 0.34, 60.0
MOST_TRIES = 4
# A token is renewed before its last seconds.
MARGIN_SECONDS = 30
LONGEST_NAME, LONGEST_NOTE = 200, 2000
NO_OFFERS = "France Travail a répondu autre chose que des offres."
SIX_MONTHS = {"mois": 6, "jour": 183, "an": 0.5, "semaine": 26}
DURATION = re.compile(r"(\d+)\s*(mois|jour|an|semaine)", re.IGNORECASE)
HOURS = re.compile(r"(\d{1,2})(?:[.,](\d))?\s*h", re.IGNORECASE)
TOTAL = re.compile(r"/(\d+)$")
LEVELS = (
    ("cap, bep", Qualification.LEVEL_3),
    ("bac+2", Qualification.LEVEL_5),
    ("bac+3", Qualification.LEVEL_6),
    ("bac+5", Qualification.LEVEL_6),
    ("bac", Qualification.LEVEL_4),
    ("aucune", Qualification.NONE),
)


@dataclass(frozen=True, slots=True)
class Page:
    offers: list[dict[str, Any]]
    total: int


def from_settings() -> "FranceTravail | None":
    """None without credentials: the connector is off."""
    if not (settings.FRANCE_TRAVAIL_CLIENT_ID and settings.FRANCE_TRAVAIL_CLIENT_SECRET):
        return None
    return FranceTravail(
        client_id=settings.FRANCE_TRAVAIL_CLIENT_ID,
        client_secret=settings.FRANCE_TRAVAIL_CLIENT_SECRET,
        token_url=settings.FRANCE_TRAVAIL_TOKEN_URL,
        api_url=settings.FRANCE_TRAVAIL_API_URL,
    )


class FranceTravail:
    origin = Origin.FRANCE_TRAVAIL

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        token_url: str,
        api_url: str,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self.client_id, self.client_secret = client_id, client_secret
        self.token_url, self.api_url = token_url, api_url.rstrip("/")
        self.pause_seconds = pause_seconds
        self.session = requests.Session()
        self.token, self.token_until = "", 0.0

    def offers_in(self, departement: str) -> Iterator[Mapping[str, str]]:
        now = datetime.now(UTC).replace(microsecond=0)
        for offer in self._search({"departement": departement}, now - OLDEST, now):
            try:
                cells = cells_of(offer)
            except (AttributeError, KeyError, TypeError, ValueError):
                raise SourceFailed(NO_OFFERS) from None
            yield cells

    def _search(
        self, asked: Mapping[str, str], since: datetime, until: datetime
    ) -> Iterator[dict[str, Any]]:
        page = self._page(asked, 0)
        if page.total > REACHABLE:
            yield from self._by_halves(asked, since, until)
            return
        yield from page.offers
        for start in range(PAGE, page.total, PAGE):
            # No range may end beyond what can be reached: the last one repeats some offers.
            yield from self._page(asked, min(start, REACHABLE - PAGE)).offers

    def _by_halves(
        self, asked: Mapping[str, str], since: datetime, until: datetime
    ) -> Iterator[dict[str, Any]]:
        if until - since < SHORTEST:
            raise SourceFailed("France Travail a plus d’offres qu’il n’en laisse lire.")
        middle = (since + (until - since) / 2).replace(microsecond=0)
        for first, last in ((since, middle), (middle + timedelta(seconds=1), until)):
            between = {"minCreationDate": _instant(first), "maxCreationDate": _instant(last)}
            yield from self._search({**asked, **between}, first, last)

    def _page(self, asked: Mapping[str, str], start: int) -> Page:
        """200 when it is the whole, 206 when it is a part, 204 when there is nothing."""
        parameters = {**asked, "range": f"{start}-{start + PAGE - 1}", "sort": "1"}
        answer = self._get(f"{self.api_url}/offres/search", parameters)
        if answer.status_code == requests.codes.no_content:
            return Page([], 0)
        try:
            offers = answer.json()["resultats"]
            total = TOTAL.search(answer.headers.get("Content-Range", ""))
            return Page(list(offers), int(total[1]) if total else len(offers))
        except (ValueError, KeyError, TypeError):
            raise SourceFailed(NO_OFFERS) from None

    def _get(self, url: str, parameters: Mapping[str, str]) -> requests.Response:
        for attempt in range(MOST_TRIES):
            time.sleep(self.pause_seconds)
            headers = {"Authorization": f"Bearer {self._valid_token()}"}
            answer = self._send("GET", url, params=parameters, headers=headers)
            if answer is None or answer.status_code >= 500:
                time.sleep(self.pause_seconds * 2**attempt)
            elif answer.status_code == requests.codes.too_many_requests:
                time.sleep(_wait_of(answer))
            elif answer.status_code == requests.codes.unauthorized:
                self.token = ""
            elif answer.status_code in {200, 204, 206}:
                return answer
            else:
                raise SourceFailed(f"France Travail refuse la demande ({answer.status_code}).")
        raise SourceFailed("France Travail ne répond pas.")

    def _valid_token(self) -> str:
        if self.token and time.monotonic() < self.token_until:
            return self.token
        form = {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "scope": SCOPE,
        }
        answer = self._send("POST", self.token_url, data=form)
        try:
            if answer is None or not answer.ok:
                raise ValueError
            given = answer.json()
            # It goes into a header, where nothing else is written.
            self.token = str(given["access_token"]).encode("ascii").decode()
            self.token_until = time.monotonic() + float(given["expires_in"]) - MARGIN_SECONDS
        except (ValueError, KeyError, TypeError):
            raise SourceFailed("France Travail refuse l’identification.") from None
        return self.token

    def _send(self, method: str, url: str, **what: Any) -> requests.Response | None:
        """None when nobody answers. Never anywhere else than where the settings say."""
        try:
            return self.session.request(
                method, url, timeout=TIMEOUT_SECONDS, allow_redirects=False, **what
            )
        except requests.RequestException:
            return None


def _instant(value: datetime) -> str:
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


def _wait_of(answer: requests.Response) -> float:
    """As it says; a date or nothing counts as a second."""
    try:
        return min(max(float(answer.headers.get("Retry-After", "1")), 0.0), LONGEST_WAIT_SECONDS)
    except ValueError:
        return 1.0


# An offer of theirs, by the names of our columns


def cells_of(offer: Mapping[str, Any]) -> dict[str, str]:
    """Nobody's name, number or address: whoever answers the offer reads them there."""
    cells = {
        "identifier": offer.get("id"),
        "commune": _in(offer, "lieuTravail", "commune"),
        "occupation": offer.get("romeCode"),
        "title": str(offer.get("intitule") or "")[:LONGEST_NAME],
        "contract": contract_of(offer),
        "weekly_hours": _hours_of(offer),
        "licence": _licence_of(offer),
        "qualification": _qualification_of(offer),
        "places": offer.get("nombrePostes"),
        "provider_name": str(_in(offer, "entreprise", "nom") or "Employeur non communiqué")[
            :LONGEST_NAME
        ],
        "note": _note_of(offer),
    }
    return {name: INVISIBLE.sub("", str(cell or "")).strip() for name, cell in cells.items()}


def contract_of(offer: Mapping[str, Any]) -> str:
    """Ours; theirs when we have no such contract, and the line is then refused."""
    theirs = str(offer.get("typeContrat") or "")
    if offer.get("alternance") is True:
        return ContractKind.APPRENTICESHIP
    match theirs:
        case "CDI" | "DIN":
            return ContractKind.PERMANENT
        case "DDI":
            return ContractKind.INTEGRATION
        case "CDD" | "SAI":
            return ContractKind.LONG_FIXED if _is_long(offer) else ContractKind.SHORT_FIXED
        case "MIS":
            return ContractKind.LONG_INTERIM if _is_long(offer) else ContractKind.SHORT_INTERIM
        case _:
            return theirs


def _is_long(offer: Mapping[str, Any]) -> bool:
    """More than six months, as « CDD - 8 Mois » says; nothing said is short."""
    said = DURATION.search(str(offer.get("typeContratLibelle") or ""))
    return said is not None and int(said[1]) > SIX_MONTHS[said[2].lower()]


def _hours_of(offer: Mapping[str, Any]) -> str:
    said = HOURS.search(str(offer.get("dureeTravailLibelle") or ""))
    return f"{said[1]},{said[2] or 0}" if said else ""


def _licence_of(offer: Mapping[str, Any]) -> str:
    """The first that is required, and not merely wished for."""
    for licence in offer.get("permis") or ():
        code = str(licence.get("libelle") or "").split(" ")[0].upper()
        if licence.get("exigence") == "E" and code in DrivingLicence.values:
            return code
    return ""


def _qualification_of(offer: Mapping[str, Any]) -> str:
    for training in offer.get("formations") or ():
        said = str(training.get("niveauLibelle") or "").lower()
        if training.get("exigence") == "E":
            return next((ours for words, ours in LEVELS if said.startswith(words)), "")
    return ""


def _note_of(offer: Mapping[str, Any]) -> str:
    url = str(_in(offer, "origineOffre", "urlOrigine") or "")
    end = f"\n\nAnnonce\u00a0: {url}" if url else ""
    return str(offer.get("description") or "")[: LONGEST_NOTE - len(end)] + end


def _in(offer: Mapping[str, Any], part: str, name: str) -> Any:
    return (offer.get(part) or {}).get(name)
