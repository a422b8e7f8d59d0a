"""The second lock knows that a file that went to other hands is read for a while, and not written.

The household's own policy held as long as its parcours was seen: seeing is not holding any more, so
each verb has its condition.
"""

from importlib import import_module

from django.db import migrations


lock = import_module("candidates.migrations.0002_row_level_security")

READS_PARCOURS = lock.HOLDS_PARCOURS.replace("held.until IS NULL", "held.reads_until > now()")
WRITES_HOUSEHOLD = f"""
    EXISTS (
        SELECT 1 FROM candidates_parcours mine
        JOIN candidates_caseaccess held ON held.parcours_id = mine.id
        WHERE mine.household_id = candidates_household.id
          AND held.organisation_id = {lock.ORGANISATION}
          AND held.role = current_setting('emile.kind', true)
          AND held.until IS NULL
    )
"""
READ = f"""
    CREATE POLICY read_after_a_passation ON candidates_parcours FOR SELECT
        USING ({READS_PARCOURS});
    DROP POLICY by_access ON candidates_household;
    CREATE POLICY read_by_access ON candidates_household FOR SELECT
        USING ({lock.SEES_ALL} OR {lock.HOLDS_HOUSEHOLD});
    CREATE POLICY by_access ON candidates_household
        USING ({lock.SEES_ALL} OR {WRITES_HOUSEHOLD});
"""
BACK = f"""
    DROP POLICY read_after_a_passation ON candidates_parcours;
    DROP POLICY read_by_access ON candidates_household;
    DROP POLICY by_access ON candidates_household;
    CREATE POLICY by_access ON candidates_household
        USING ({lock.SEES_ALL} OR {lock.HOLDS_HOUSEHOLD});
"""


class Migration(migrations.Migration):
    dependencies = [("candidates", "0004_catalogue")]

    operations = [migrations.RunSQL(READ, BACK)]
