"""The second lock: PostgreSQL itself shows and changes only the files that an access gives.

The context is set by the database backend at the start of each transaction (``emile.core.context``);
a setting that was never made is '' on a reused connection, hence NULLIF. FORCE makes the policies
hold for the owner of the tables too. CaseAccess looks at its own columns only, so that the policies
of the others can read it without turning in circles.
"""

from django.db import migrations


SEES_ALL = "current_setting('emile.kind', true) IN ('coordinator', 'system')"
ORGANISATION = "NULLIF(current_setting('emile.organisation', true), '')::bigint"
HOLDS_PARCOURS = f"""
    EXISTS (
        SELECT 1 FROM candidates_caseaccess held
        WHERE held.parcours_id = candidates_parcours.id
          AND held.organisation_id = {ORGANISATION}
          AND held.role = current_setting('emile.kind', true)
          AND held.until IS NULL
    )
"""
HOLDS_HOUSEHOLD = """
    EXISTS (
        SELECT 1 FROM candidates_parcours mine WHERE mine.household_id = candidates_household.id
    )
"""
OWN_ACCESS = f"organisation_id = {ORGANISATION} OR granted_by_id = {ORGANISATION}"

POLICIES = {
    "candidates_caseaccess": f"{SEES_ALL} OR {OWN_ACCESS}",
    "candidates_parcours": f"{SEES_ALL} OR {HOLDS_PARCOURS}",
    # Reads candidates_parcours under its own policy: a household is seen through its parcours.
    "candidates_household": f"{SEES_ALL} OR {HOLDS_HOUSEHOLD}",
}

LOCK = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY by_access ON {table} USING ({condition}) WITH CHECK ({condition});
"""
UNLOCK = """
DROP POLICY by_access ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("candidates", "0001_initial")]

    operations = [
        migrations.RunSQL(LOCK.format(table=table, condition=condition), UNLOCK.format(table=table))
        for table, condition in POLICIES.items()
    ]
