"""What the coordination, the services of the State and those who make offers receive."""

from emile.steering import samples
from emile.steering.message_templates.kinds import MessageTemplate, Reader


TO_OTHERS = (
    MessageTemplate(
        "candidates/join_requested",
        "Rapprochement à examiner",
        "Quand une structure pense qu’un dossier existe déjà.",
        Reader.COORDINATOR,
        samples.joining,
    ),
    MessageTemplate(
        "steering/messages_stopped",
        "Messages arrêtés",
        "Une fois par jour au plus, tant que des messages attendent une décision.",
        Reader.COORDINATOR,
        samples.stopped,
    ),
    MessageTemplate(
        "steering/monthly_report",
        "Rapport du mois",
        "Quand le rapport du mois d’un territoire est prêt.",
        Reader.STATE,
        samples.month_of_territory,
    ),
    MessageTemplate(
        "territories/offers_to_confirm",
        "Offres à confirmer",
        "Quand une offre n’a pas été confirmée depuis longtemps, une fois par semaine au plus.",
        Reader.PROVIDER,
        samples.offers,
    ),
)
