"""Send a file of offers, then say what its columns are."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from dsfr.forms import DsfrBaseForm
from dsfr.utils import dsfr_input_class_attr

from territories.enums import OfferKind
from territories.imports.columns import COLUMNS
from territories.imports.tables import Table, UnreadableFile, check_size, read_table
from territories.models import Territory


LONGEST_SAMPLE = 40


class UploadForm(DsfrBaseForm):
    """``content`` and ``table`` are what was sent, once it could be read."""

    territory = forms.ModelChoiceField(
        Territory.objects.none(),
        label="Territoire",
        to_field_name="slug",
        empty_label="Selon la commune de chaque ligne",
        required=False,
    )
    file = forms.FileField(
        label="Fichier",
        help_text="CSV ou XLSX, 20\u00a0Mo et 100\u202f000 lignes au plus. Les titres des colonnes "
        "sont sur la première ligne\u00a0; d’un classeur, seule la première feuille est lue.",
        max_length=200,
        widget=forms.ClearableFileInput(
            attrs={"accept": ".csv,.txt,.xlsx", "class": "fr-upload", "data-fr-js-upload": "false"}
        ),
    )

    content: bytes
    table: Table

    def __init__(self, *args: Any, territories: QuerySet[Territory], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["territory"].queryset = territories

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            check_size(file.size or 0)
            self.content = file.read()
            self.table = read_table(self.content)
        except UnreadableFile as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from None
        return file


class ColumnsForm(DsfrBaseForm):
    """One question for each of our columns: which of the file's it is."""

    def __init__(self, *args: Any, kind: OfferKind, table: Table, **more: Any) -> None:
        super().__init__(*args, **more)
        titles = [
            (title, f"{title} (exemple\u00a0: {sample})" if sample else title)
            for place, title in enumerate(table.headers)
            if title
            for sample in [table.sample(place)[:LONGEST_SAMPLE]]
        ]
        # What every line must say comes first.
        for column in sorted(COLUMNS[kind], key=lambda column: not column.is_required):
            is_sure = column.is_required and self.initial.get(column.name)
            nowhere = "Choisissez une colonne" if column.is_required else "Pas dans ce fichier"
            self.fields[column.name] = forms.ChoiceField(
                label=column.label,
                choices=titles if is_sure else [("", nowhere), *titles],
                required=column.is_required,
            )
        self.fields["is_all_or_nothing"] = forms.BooleanField(
            label="Ne rien importer si une seule ligne est refusée", required=False
        )
        for question in self.visible_fields():
            dsfr_input_class_attr(question)

    @property
    def columns(self) -> dict[str, str]:
        return {
            name: title
            for name, title in self.cleaned_data.items()
            if name != "is_all_or_nothing" and title
        }
