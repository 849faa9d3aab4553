import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/platform/auth/permissions";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";

// Agencies and people for tests, written straight into a database: how they come about by people's own clicks is tested
// where that is (tests/people, tests/agencies, tests/e2e/journey.spec.ts).

/** Whatever sends one statement at a time. */
export interface Database {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** Everybody's: who signs in is told apart by the address. */
export const TEST_PASSWORD = "three quiet harbors at dawn";
/** Of that: making one takes longer than all else that is done here. */
const PASSWORD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$Teb69eljAHiRyOYXe4yxoA$ia9XKKhvdXrmIH1OT4Dy86KLX6VWxj2hPGxKF84w6E0";

/** @returns the id of the new account. */
export async function insertAccount(database: Database, { email, name }: { readonly email: string; readonly name: string }): Promise<string> {
  const userId = randomUUID();
  const values = [userId, email, name, PASSWORD_HASH];
  await database.query("insert into user_account (id, email, name, password_hash) values ($1, $2, $3, $4)", values);
  return userId;
}

/** What a link to make an account carries besides its token. */
export const NEW_ACCOUNT = { name: "New Person", passwordHash: PASSWORD_HASH };

/** An agency with one team and nobody in it. */
export async function insertAgency(database: Database, { name, teamName }: { readonly name: string; readonly teamName: string }) {
  const agencyId = randomUUID();
  await database.query("insert into agency (id, name, kind, state) values ($1, $2, 'police', 'OH')", [agencyId, name]);
  return { agencyId, teamId: await insertTeam(database, agencyId, teamName) };
}

/** @returns the id of the new team. */
export async function insertTeam(database: Database, agencyId: string, name: string, teamId: string = randomUUID()): Promise<string> {
  await database.query("insert into team (agency_id, id, name) values ($1, $2, $3)", [agencyId, teamId, name]);
  return teamId;
}

/** Makes somebody part of a team and its agency; an admin belongs to no team in particular. */
export async function insertMember(
  database: Database,
  { agencyId, teamId }: { readonly agencyId: string; readonly teamId: string },
  { userId, name }: { readonly userId: string; readonly name: string },
  role: Role,
  toolKeys: readonly ToolKey[] = [],
): Promise<void> {
  await database.query(
    `insert into membership (agency_id, user_id, is_admin, display_name) values ($1, $2, $3, $4)
     on conflict (agency_id, user_id) do nothing`,
    [agencyId, userId, role === "admin", name],
  );
  if (role === "admin") return;
  await database.query(
    `insert into team_member (agency_id, team_id, user_id, role, tool_keys) values ($1, $2, $3, $4::team_role, $5)`,
    [agencyId, teamId, userId, role, toolKeys],
  );
}
