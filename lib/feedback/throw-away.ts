import "server-only";
import { queryAuth } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { nobodyAt } from "./find-form";

/** In one look; what is left is found at the next. */
const MOST_FORMS = 500;
const BY = "throwing away";

interface FormRow {
  agency_id: string;
  team_id: string;
  form_id: string;
}

/**
 * Throws away what counted senders on days that are over (UTC): salts, and with them all counters. Also the used proofs that
 * nobody could use again. The first answer of a new day does the same for its own form.
 * @returns of how many forms something went
 */
export async function throwAwayOldDays(): Promise<number> {
  const forms = await queryAuth<FormRow>(
    {
      name: "feedback-old-days",
      text: `select agency_id, team_id, form_id from feedback_day where day < (now() at time zone 'UTC')::date
             union select agency_id, team_id, form_id from feedback_used where expires_on < (now() at time zone 'UTC')::date limit $1`,
      values: [MOST_FORMS],
    },
    BY,
  );
  for (const { agency_id: agencyId, team_id: teamId, form_id: formId } of forms) {
    await withAgencyConnection(nobodyAt({ agencyId, teamId, formId }), async (client) => {
      const at = [agencyId, teamId, formId];
      await client.query("delete from feedback_day where agency_id = $1 and team_id = $2 and form_id = $3 and day < (now() at time zone 'UTC')::date", at);
      await client.query("delete from feedback_used where agency_id = $1 and team_id = $2 and form_id = $3 and expires_on < (now() at time zone 'UTC')::date", at);
    });
  }
  return forms.length;
}
