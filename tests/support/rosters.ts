import { query } from "./database";
import type { Database } from "./insert-people";

/** This file's own, past row level security. */
const OWN: Database = { query: (sql, values) => query(process.env.DATABASE_OWNER_URL as string, sql, values) };

/** The month ends: what was said in it counts from now on, and the roster is looked at anew. */
export async function passAMonth(agencyId: string, database: Pick<Database, "query"> = OWN): Promise<void> {
  await database.query("update own_seat set counts_from = counts_from - interval '1 month' where agency_id = $1", [agencyId]);
  await database.query("update roster_look set looked_on = looked_on - interval '1 month' where agency_id = $1", [agencyId]);
}

/** Everything that is kept of what people of an agency say of themselves. */
export async function keptSeats(agencyId: string): Promise<readonly { team_id: string; user_id: string; seat: string }[]> {
  return query(process.env.DATABASE_OWNER_URL as string, "select team_id, user_id, seat from own_seat where agency_id = $1 order by seat", [agencyId]);
}
