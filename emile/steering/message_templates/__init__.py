"""Every message that the platform can send, in one list: what it is, when it leaves, to whom.

Adding a template is adding its line here: ``tests/steering/test_message_templates.py`` sees both.
"""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings

from candidates.notifications.texts import SUBJECTS, as_sms
from emile.core.emails import render
from emile.core.models import Channel
from emile.core.sms import Measure, as_plain, measure
from emile.steering import samples
from emile.steering.message_templates.households import TO_HOUSEHOLDS
from emile.steering.message_templates.kinds import MessageTemplate, Reader
from emile.steering.message_templates.organisations import TO_ORGANISATIONS
from emile.steering.message_templates.others import TO_OTHERS
from emile.steering.message_templates.people import TO_PEOPLE


TEMPLATES = (*TO_HOUSEHOLDS, *TO_PEOPLE, *TO_ORGANISATIONS, *TO_OTHERS)


@dataclass(frozen=True, slots=True)
class Preview:
    template: MessageTemplate
    subject: str
    body: str
    measure: Measure | None

    @property
    def length(self) -> int:
        return len(self.body)


def previews() -> list[tuple[Reader, list[Preview]]]:
    order = list(Reader)
    lines = sorted(TEMPLATES, key=lambda one: order.index(one.to))
    return [
        (to, [preview(one) for one in some]) for to, some in groupby(lines, key=lambda one: one.to)
    ]


def preview(template: MessageTemplate) -> Preview:
    """As it would leave, by the same code."""
    if template.channel == Channel.EMAIL:
        return Preview(template, *render(template.name, template.sample()), None)
    text = as_plain(as_sms(template.name, samples.a_file(), template.sample()))
    measured = measure(text, segment_cost=settings.SMS_SEGMENT_COST)
    return Preview(template, SUBJECTS[template.name], text, measured)
