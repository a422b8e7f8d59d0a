"""What a proposal was made on, to be read years later: codes and figures, and no name."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from matching.verdict.facts import Home, Job
from matching.verdict.ranking import Bundle
from matching.verdict.score import Weights
from territories.models import Offer


def snapshot_of(bundle: Bundle, *, home: Offer, job: Offer, weights: Weights) -> dict[str, Any]:
    second = bundle.second
    return {
        "household": _plain(asdict(bundle.case)),
        "adult": bundle.adult,
        "home": _facts(bundle.home, home),
        "job": _facts(bundle.job, job),
        "second_job": second and {"adult": second.adult, "offer": second.job.key},
        "road": asdict(bundle.road),
        "findings": [
            {"code": one.code, "state": one.state.name.lower(), "sentence": one.sentence}
            for one in bundle.findings
        ],
        "terms": {term.name: term.points for term in bundle.terms},
        "weights": dict(weights),
    }


def _facts(facts: Home | Job, offer: Offer) -> dict[str, Any]:
    return {
        **_plain(asdict(facts)),
        "offer": str(offer.public_id),
        "version": offer.version,
        "confirmed_on": offer.confirmed_on.isoformat(),
    }


def _plain(value: Any) -> Any:
    """For JSON: the same every time."""
    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case set() | frozenset():
            return sorted(_plain(one) for one in value)
        case list() | tuple():
            return [_plain(one) for one in value]
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
    return value
