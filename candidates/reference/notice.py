"""The notice handed to the person who was just oriented, in the languages they may read.

Written in French at level A2, then translated line by line. No translation has been read over by a
professional yet: the French text is always printed beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


FRENCH = "fr"


@dataclass(frozen=True, slots=True)
class Notice:
    """``spoken_as`` are the French names of the language, as a caseworker would type them.

    ``call`` and ``answer`` take ``{caller}``, ``{phone}`` and ``{day}``; ``number`` takes
    ``{reference}``.
    """

    name: str
    spoken_as: tuple[str, ...]
    title: str
    number: str
    call: str
    answer: str
    lines: tuple[str, ...]
    is_right_to_left: bool = False

    @property
    def direction(self) -> str:
        return "rtl" if self.is_right_to_left else "ltr"

    def sentences(self, *, reference: str, caller: str, phone: str, day: str) -> list[str]:
        """Without the call nor the answer when there is nobody, or no day, to name."""
        told = [self.number.format(reference=isolated(reference))]
        if caller and phone:
            told.append(self.call.format(caller=isolated(caller), phone=isolated(phone)))
        if day:
            told.append(self.answer.format(day=isolated(day)))
        return [*told, *self.lines]


def isolated(text: str) -> str:
    """Latin letters and digits keep their order inside a line that runs from right to left."""
    return f"\u2068{text}\u2069"


NOTICES: Mapping[str, Notice] = {
    FRENCH: Notice(
        "Français",
        ("français",),
        "Votre demande EMILE",
        "Votre numéro de dossier est {reference}. Gardez ce papier.",
        "{caller} vous appelle. Le numéro affiché est le {phone}.",
        "Vous aurez une réponse avant le {day}.",
        (
            "EMILE est un programme de l’État. C’est gratuit.",
            "Il aide à partir vivre et travailler dans une autre région, avec un logement.",
            "Après l’appel, vous rencontrez une équipe. Vous parlez de votre projet.",
            "Puis vous visitez une région pendant cinq jours. Ensuite, vous décidez.",
            "Vous pouvez dire non ou arrêter à tout moment. Il n’y a pas de sanction.",
            "Seules les équipes qui vous aident lisent votre dossier. Vous pouvez demander à le "
            "lire et à le corriger.",
            "Gardez votre place d’hébergement et vos demandes de logement. EMILE ne les remplace "
            "pas.",
        ),
    ),
    "en": Notice(
        "English",
        ("anglais",),
        "Your EMILE request",
        "Your file number is {reference}. Keep this paper.",
        "{caller} will call you. The number shown will be {phone}.",
        "You will have an answer before {day}.",
        (
            "EMILE is a French State programme. It is free.",
            "It helps people move to another region to live and work, with a home.",
            "After the call, you meet a team. You talk about your plans.",
            "Then you visit a region for five days. After that, you decide.",
            "You can say no or stop at any time. There is no penalty.",
            "Only the teams who help you read your file. You can ask to read it and correct it.",
            "Keep your shelter place and your housing applications. EMILE does not replace them.",
        ),
    ),
    "es": Notice(
        "Español",
        ("espagnol",),
        "Su solicitud EMILE",
        "Su número de expediente es {reference}. Guarde este papel.",
        "{caller} le llamará. El número que verá es el {phone}.",
        "Tendrá una respuesta antes del {day}.",
        (
            "EMILE es un programa del Estado francés. Es gratuito.",
            "Ayuda a ir a vivir y trabajar en otra región, con una vivienda.",
            "Después de la llamada, se reúne con un equipo. Usted habla de su proyecto.",
            "Luego visita una región durante cinco días. Después, usted decide.",
            "Puede decir que no o parar en cualquier momento. No hay sanción.",
            "Solo los equipos que le ayudan leen su expediente. Puede pedir leerlo y corregirlo.",
            "Conserve su plaza de alojamiento y sus solicitudes de vivienda. EMILE no las "
            "sustituye.",
        ),
    ),
    "pt": Notice(
        "Português",
        ("portugais",),
        "O seu pedido EMILE",
        "O número do seu processo é {reference}. Guarde este papel.",
        "{caller} vai telefonar-lhe. O número que aparece é o {phone}.",
        "Terá uma resposta antes de {day}.",
        (
            "EMILE é um programa do Estado francês. É gratuito.",
            "Ajuda a ir viver e trabalhar noutra região, com uma casa.",
            "Depois da chamada, encontra uma equipa. Fala do seu projeto.",
            "Depois visita uma região durante cinco dias. A seguir, decide.",
            "Pode dizer não ou parar a qualquer momento. Não há penalização.",
            "Só as equipas que o ajudam leem o seu processo. Pode pedir para o ler e corrigir.",
            "Mantenha o seu lugar de alojamento e os seus pedidos de casa. EMILE não os substitui.",
        ),
    ),
    "uk": Notice(
        "Українська",
        ("ukrainien",),
        "Ваша заявка EMILE",
        "Номер вашої справи: {reference}. Збережіть цей папір.",
        "Вам зателефонує {caller}. Ви побачите номер {phone}.",
        "Ви отримаєте відповідь до {day}.",
        (
            "EMILE — це програма французької держави. Вона безкоштовна.",
            "Вона допомагає переїхати в інший регіон, щоб жити й працювати, з житлом.",
            "Після дзвінка ви зустрінетеся з командою. Ви розповісте про свої плани.",
            "Потім ви п’ять днів знайомитеся з регіоном. Після цього ви вирішуєте.",
            "Ви можете відмовитися або зупинитися будь-коли. Покарання немає.",
            "Вашу справу читають лише команди, які вам допомагають. Ви можете попросити прочитати "
            "й виправити її.",
            "Збережіть своє місце проживання та заявки на житло. EMILE їх не замінює.",
        ),
    ),
    "ru": Notice(
        "Русский",
        ("russe",),
        "Ваша заявка EMILE",
        "Номер вашего дела: {reference}. Сохраните эту бумагу.",
        "Вам позвонит {caller}. Вы увидите номер {phone}.",
        "Вы получите ответ до {day}.",
        (
            "EMILE — это программа французского государства. Она бесплатная.",
            "Она помогает переехать в другой регион, чтобы жить и работать, с жильём.",
            "После звонка вы встретитесь с командой. Вы расскажете о своих планах.",
            "Затем вы пять дней знакомитесь с регионом. После этого вы решаете.",
            "Вы можете отказаться или остановиться в любой момент. Наказания нет.",
            "Ваше дело читают только команды, которые вам помогают. Вы можете попросить прочитать "
            "и исправить его.",
            "Сохраните своё место проживания и заявки на жильё. EMILE их не заменяет.",
        ),
    ),
    "ar": Notice(
        "العربية",
        ("arabe",),
        "طلبكم في برنامج EMILE",
        "رقم ملفكم هو {reference}. احتفظوا بهذه الورقة.",
        "سيتصل بكم {caller}. الرقم الذي سيظهر هو {phone}.",
        "ستحصلون على جواب قبل {day}.",
        (
            "EMILE برنامج من الدولة الفرنسية. وهو مجاني.",
            "يساعد على الانتقال للعيش والعمل في منطقة أخرى، مع سكن.",
            "بعد المكالمة تلتقون بفريق. وتتحدثون عن مشروعكم.",
            "ثم تزورون منطقة خلال خمسة أيام. وبعد ذلك تقررون.",
            "يمكنكم أن ترفضوا أو أن تتوقفوا في أي وقت. ولا توجد أي عقوبة.",
            "لا يقرأ ملفكم إلا الفرق التي تساعدكم. ويمكنكم أن تطلبوا قراءته وتصحيحه.",
            "احتفظوا بمكان إيوائكم وبطلبات السكن. برنامج EMILE لا يحل محلها.",
        ),
        is_right_to_left=True,
    ),
    "fa": Notice(
        "دری / فارسی",
        ("dari", "persan", "farsi"),
        "درخواست شما در برنامه EMILE",
        "شماره پرونده شما {reference} است. این کاغذ را نگه دارید.",
        "{caller} به شما زنگ می‌زند. شماره‌ای که می‌بینید {phone} است.",
        "پیش از {day} جواب می‌گیرید.",
        (
            "EMILE یک برنامه دولت فرانسه است. رایگان است.",
            "این برنامه کمک می‌کند که در منطقه‌ای دیگر، با خانه، زندگی و کار کنید.",
            "پس از تلفن، با یک گروه ملاقات می‌کنید. از برنامه خود صحبت می‌کنید.",
            "سپس پنج روز از یک منطقه دیدن می‌کنید. بعد شما تصمیم می‌گیرید.",
            "هر وقت بخواهید می‌توانید نه بگویید یا توقف کنید. هیچ جریمه‌ای ندارد.",
            "فقط گروه‌هایی که به شما کمک می‌کنند پرونده شما را می‌خوانند. می‌توانید بخواهید آن را "
            "بخوانید و اصلاح کنید.",
            "جای اقامت و درخواست‌های خانه خود را نگه دارید. EMILE جای آنها را نمی‌گیرد.",
        ),
        is_right_to_left=True,
    ),
}


def notice_language(asked: str, spoken: str) -> str:
    """The language asked for, or the one the person is said to speak, or French."""
    if asked in NOTICES:
        return asked
    told = spoken.lower()
    matching = (
        code for code, one in NOTICES.items() if any(name in told for name in one.spoken_as)
    )
    return next(matching, FRENCH)
