"""The closed list of what is counted, in codes; indicators are made of these and of nothing else."""

from enum import StrEnum

from candidates.enums import Stage


class Measure(StrEnum):
    """What one fact is about; ``detail`` says which, ``value`` how much where there is an amount.

    Those that are held (``PRESENT``, ``ASLEEP``, ``FREED``) count one when somebody comes and minus one
    when they go: their sum until a day is how many are there that day.
    """

    MILESTONE = "milestone"  # detail: a Milestone, once per file
    DELAY = "delay"  # detail: a Span; value: days
    PRESENT = "present"  # detail: a stage; files at work
    ASLEEP = "asleep"  # detail: a stage; suspended files
    EXIT = "exit"  # detail: stage/reason/who decided
    SUSPENSION = "suspension"  # detail: stage/reason
    REFUSAL = "refusal"  # detail: a reason; proposals declined by a host operator
    STAY_MISSED = "stay_missed"  # detail: a reason
    LOSS = "loss"  # detail: track/reason; a job or a home lost after it was found
    DEPARTURE = "departure"  # detail: a reason; settled households that left their territory
    PEOPLE = "people"  # detail: adults or children, of the households that settled
    EMPLOYMENT = "employment"  # detail: point/situation; adults
    LODGING = "lodging"  # detail: point/kind; adults
    LIVING = "living"  # detail: point/question/answer; adults
    CONTENT = "content"  # detail: point; value: 1 to 5; adults
    ANSWER = "answer"  # detail: milestone/question/answer; adults
    OUTCOME = "outcome"  # detail: how a follow-up ended
    REACHED = "reached"  # detail: a dynamic exit, or none; adults
    FREED = "freed"  # detail: a kind of shelter; value: the day of the month; people who left it
    SPENT = "spent"  # detail: stays or aids; cents of the programme


class Milestone(StrEnum):
    """How far a file has come, in the order of the way; each is counted the first time only."""

    OPENED = "opened"
    ORIENTED = "oriented"
    CALLED = "called"
    ELIGIBLE = "eligible"
    INFORMED = "informed"
    DIAGNOSED = "diagnosed"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    STAYED = "stayed"
    VALIDATED = "validated"
    SETTLED = "settled"
    THERE_AT_M6 = "there_at_m6"
    WORKING_AT_M6 = "working_at_m6"
    CLOSED = "closed"


# From one milestone to the next that somebody waits for.
SPANS: dict[str, tuple[Milestone, Milestone]] = {
    "call": (Milestone.ORIENTED, Milestone.CALLED),
    "information": (Milestone.ORIENTED, Milestone.INFORMED),
    "diagnosis": (Milestone.INFORMED, Milestone.DIAGNOSED),
    "positioning": (Milestone.DIAGNOSED, Milestone.ACCEPTED),
    "stay": (Milestone.ACCEPTED, Milestone.STAYED),
    "validation": (Milestone.STAYED, Milestone.VALIDATED),
    "settling": (Milestone.VALIDATED, Milestone.SETTLED),
    "whole": (Milestone.ORIENTED, Milestone.SETTLED),
}
# To the first job or training found, which may come before or after the validation.
FIRST_JOB = "first_job"

# Acts that say by themselves that a milestone is reached, and arrivals in a stage that do.
MILESTONE_OF_ACT: dict[str, Milestone] = {
    "open": Milestone.OPENED,
    "open_apart": Milestone.OPENED,
    "open_again": Milestone.OPENED,
    "orient": Milestone.ORIENTED,
    "declare_eligible": Milestone.ELIGIBLE,
    "sign_diagnosis": Milestone.DIAGNOSED,
    "propose_placement": Milestone.PROPOSED,
    "accept_placement": Milestone.ACCEPTED,
    "report_stay": Milestone.STAYED,
    "validate": Milestone.VALIDATED,
    "settle": Milestone.SETTLED,
}
MILESTONE_OF_ARRIVAL: dict[str, Milestone] = {
    Stage.DIAGNOSIS: Milestone.INFORMED,
    Stage.CLOSED: Milestone.CLOSED,
}
