"""What the coordination edits by hand; the reference tables are shown, and loaded from files."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from territories.models import (
    Commune,
    DepartureArea,
    Mandate,
    Occupation,
    ProgrammePeriod,
    ReferenceVintage,
    Territory,
    TerritoryParticipation,
)


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that come from files: to be looked at, and picked in other forms."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Commune)
class CommuneAdmin(ReadOnlyAdmin):
    list_display = ["name", "code", "departement", "population", "is_current"]
    list_select_related = ["departement"]
    search_fields = ["name_norm", "code"]
    ordering = ["code"]


@admin.register(Occupation)
class OccupationAdmin(ReadOnlyAdmin):
    list_display = ["label", "code", "is_current"]
    search_fields = ["label_norm", "keywords_norm", "code"]
    ordering = ["code"]


@admin.register(ReferenceVintage)
class ReferenceVintageAdmin(ReadOnlyAdmin):
    list_display = ["name", "vintage", "row_count", "loaded_at"]
    ordering = ["name"]


class ParticipationInline(admin.TabularInline):
    model = TerritoryParticipation
    extra = 0


class MandateInline(admin.TabularInline):
    model = Mandate
    extra = 0
    raw_id_fields = ["organisation"]


@admin.register(Territory)
class TerritoryAdmin(admin.ModelAdmin):
    list_display = ["name", "yearly_target", "monthly_capacity"]
    inlines = [ParticipationInline, MandateInline]
    autocomplete_fields = ["communes"]
    ordering = ["name"]


@admin.register(DepartureArea)
class DepartureAreaAdmin(admin.ModelAdmin):
    list_display = ["name", "since", "until"]
    autocomplete_fields = ["communes"]
    ordering = ["name"]


@admin.register(ProgrammePeriod)
class ProgrammePeriodAdmin(admin.ModelAdmin):
    list_display = ["label", "since", "until", "target_persons"]
    ordering = ["since"]


@admin.register(Mandate)
class MandateAdmin(admin.ModelAdmin):
    list_display = ["organisation", "kind", "territory", "since", "until"]
    list_select_related = ["organisation", "territory"]
    list_filter = ["kind"]
    raw_id_fields = ["organisation"]
    ordering = ["-since"]
