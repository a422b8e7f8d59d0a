"""The second lock: PostgreSQL itself shows and changes only the files that an access gives.

The context is set by the database backend at the start of each transaction (``emile.core.context``);
a setting that was never made is '' on a reused connection, hence NULLIF. FORCE makes the policies
hold for the owner of the tables too. CaseAccess looks at its own columns only, so that the policies
of the others can read it without turning in circles. What a policy hides, its history hides too.
"""

from django.db import migrations


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
ORGANISATION = "NULLIF(current_setting('emile.organisation', true), '')::bigint"
# A subquery that gives one row is planned once; EXISTS is planned twice, at each of these levels,
# and planning is what these conditions cost.
HOLDS_PARCOURS = f"""
    (
        SELECT true FROM candidates_caseaccess held
        WHERE held.parcours_id = candidates_parcours.id
          AND held.organisation_id = {ORGANISATION}
          AND held.role = current_setting('emile.kind', true)
          AND held.until IS NULL
        LIMIT 1
    )
"""
# A file that went to other hands is read for a while, and not written.
READS_PARCOURS = HOLDS_PARCOURS.replace(
    "held.until IS NULL", "(held.until IS NULL OR held.reads_until > now())"
)
# Reads candidates_parcours under its own policy: what surrounds a parcours is seen through it.
READS_HOUSEHOLD = """
    (
        SELECT true FROM candidates_parcours mine
        WHERE mine.household_id = candidates_household.id
        LIMIT 1
    )
"""
HOLDS_HOUSEHOLD = f"""
    (
        SELECT true FROM candidates_parcours mine
        JOIN candidates_caseaccess held ON held.parcours_id = mine.id
        WHERE mine.household_id = candidates_household.id
          AND held.organisation_id = {ORGANISATION}
          AND held.role = current_setting('emile.kind', true)
          AND held.until IS NULL
        LIMIT 1
    )
"""
OWN_ACCESS = f"organisation_id = {ORGANISATION} OR granted_by_id = {ORGANISATION}"
# Of a history: that of what is seen.
SEEN_BEFORE = "EXISTS (SELECT 1 FROM candidates_parcours mine WHERE mine.{key} = pgh_obj_id)"


def each_verb(*, reads: str, writes: str) -> dict[str, str]:
    """One policy per verb: those that overlap are all planned, even when they say the same."""
    return {
        "read": f"FOR SELECT USING ({SEES_ALL} OR {reads})",
        "added": f"FOR INSERT WITH CHECK ({SEES_ALL} OR {writes})",
        "changed": f"FOR UPDATE USING ({SEES_ALL} OR {writes})",
        "deleted": f"FOR DELETE USING ({SEES_ALL} OR {writes})",
    }


def past(condition: str) -> dict[str, str]:
    """Of a history table: its triggers add to it on behalf of anybody, few read it."""
    return {
        "added": "FOR INSERT WITH CHECK (true)",
        "read": f"FOR SELECT USING ({SEES_ALL} OR {condition})",
    }


# Table: its policies, by name.
POLICIES = {
    # An organisation that could write here would give itself any file.
    "candidates_caseaccess": each_verb(reads=OWN_ACCESS, writes="false"),
    "candidates_parcours": each_verb(reads=READS_PARCOURS, writes=HOLDS_PARCOURS),
    "candidates_household": each_verb(reads=READS_HOUSEHOLD, writes=HOLDS_HOUSEHOLD),
    "candidates_caseaccesshistory": past(OWN_ACCESS),
    "candidates_parcourshistory": past(SEEN_BEFORE.format(key="id")),
    "candidates_householdhistory": past(SEEN_BEFORE.format(key="household_id")),
}


# Who holds a file, in which role, in the order in which they got it: an organisation sees its own
# accesses only, and the platform must know whose move it is. The setting is put back at the end.
HOLDERS = """
    CREATE FUNCTION candidates_holders(parcours bigint)
    RETURNS TABLE (organisation_id bigint, role varchar) LANGUAGE plpgsql
    AS $$
    #variable_conflict use_column
    DECLARE
        asking text := current_setting('emile.kind', true);
    BEGIN
        PERFORM set_config('emile.kind', 'system', true);
        RETURN QUERY
            SELECT held.organisation_id, held.role FROM candidates_caseaccess held
            WHERE held.parcours_id = parcours AND held.until IS NULL
            ORDER BY held.id;
        PERFORM set_config('emile.kind', coalesce(asking, ''), true);
    END
    $$
"""


def lock(table: str) -> str:
    policies = POLICIES[table].items()
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        {"".join(f"CREATE POLICY {name} ON {table} {rule};" for name, rule in policies)}
    """


def unlock(table: str) -> str:
    return f"""
        {"".join(f"DROP POLICY {name} ON {table};" for name in POLICIES[table])}
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """


class Migration(migrations.Migration):
    dependencies = [("candidates", "0001_initial")]

    operations = [
        *(migrations.RunSQL(lock(table), unlock(table)) for table in POLICIES),
        migrations.RunSQL(HOLDERS, "DROP FUNCTION candidates_holders(bigint)"),
    ]
