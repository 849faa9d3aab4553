import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { AgencyContext } from "@/lib/platform/auth/context";
import type { Exporters, Role } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb } from "@/lib/platform/db/client";
import { uuidOf } from "@/lib/platform/db/uuid";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { publishRenamed } from "@/lib/platform/events/renamed";
import type { AgencyKind } from "./agency-facts";
import { requireAgencyRoom } from "./quotas";

export interface NewAgency {
  readonly name: string;
  readonly kind: AgencyKind;
  /** Two-letter code. */
  readonly state: string;
  /** The first Core Implementation Team. */
  readonly teamName: string;
  /** The name teammates see. */
  readonly displayName: string;
}

/**
 * Makes an agency with its first team; whoever makes it is its admin. With the same `key` again, because the answer was
 * lost, it is the same agency, as it was made first.
 * @throws RefusedError when they have as many as they may.
 */
export async function createAgency(userId: string, input: NewAgency, key?: string): Promise<{ agencyId: string; teamId: string }> {
  // Before there is an agency nothing of it can be looked up: the key names it. Nobody else's key can name the same.
  const agencyId = key === undefined ? randomUUID() : uuidOf("agency", userId, key);
  return withAgency({ agencyId, userId }, async (tx) => {
    const { name, kind, state, teamName, displayName } = input;
    const { count } = await tx.agency.createMany({ data: [{ id: agencyId, name, kind, state }], skipDuplicates: true });
    if (count === 0) return { agencyId, teamId: await findFirstTeam(tx, agencyId) };
    await requireOwnAddress(userId);
    // After that: what was made before, and its answer lost, needs no room.
    await requireAgencyRoom(tx, userId);
    await tx.membership.create({ data: { agencyId, userId, isAdmin: true, displayName } });
    const team = await tx.team.create({ data: { agencyId, name: teamName }, select: { id: true } });
    await recordAudit({ agencyId, userId }, { action: "agency:create", outcome: "done", target: { teamId: team.id } });
    return { agencyId, teamId: team.id };
  });
}

/** Whoever runs an agency can be reached, and gets back in by their own mail. */
async function requireOwnAddress(userId: string): Promise<void> {
  const account = await authDb().userAccount.findUnique({ where: { id: userId }, select: { email: true } });
  if (account && !hasAddress(account.email)) throw new RefusedError("To add an agency, sign up with an email address of your own. You joined without one.");
}

async function findFirstTeam(tx: Tx, agencyId: string): Promise<string> {
  const { id } = await tx.team.findFirstOrThrow({ where: { agencyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } });
  return id;
}

export interface AgencyView {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly state: string;
  /** Whether notes about privacy and wording appear beside answers while people write. */
  readonly hasWritingHints: boolean;
  /** Who may download the teams' work. */
  readonly exporters: Exporters;
  /** Whether marks and histories name people at once; otherwise on asking. */
  readonly showsHistoryNames: boolean;
}

export async function getAgency(context: AgencyContext): Promise<AgencyView> {
  const { id, name, kind, state, hasWritingHints, exporters, showsHistoryNames } = await withAgency(context, (tx) =>
    tx.agency.findUniqueOrThrow({ where: { id: context.agencyId } }),
  );
  return { agencyId: id, name, kind, state, hasWritingHints, exporters, showsHistoryNames };
}

export async function updateAgency(
  context: AgencyContext,
  data: { name: string; kind: AgencyKind; state: string; hasWritingHints: boolean },
): Promise<void> {
  await withAgency(context, (tx) => tx.agency.update({ where: { id: context.agencyId }, data }));
}

export async function updateExporters(context: AgencyContext, exporters: Exporters): Promise<void> {
  await withAgency(context, (tx) => tx.agency.update({ where: { id: context.agencyId }, data: { exporters } }));
}

/** Open screens follow at once. */
export async function updateHistoryNames(context: AgencyContext, showsHistoryNames: boolean): Promise<void> {
  const { agencyId, userId } = context;
  await withAgency(context, (tx) => tx.agency.update({ where: { id: agencyId }, data: { showsHistoryNames } }));
  publishRenamed(agencyId, userId);
}

export interface OwnTeam {
  readonly teamId: string;
  readonly name: string;
  readonly role: Role;
}

export interface OwnAgency {
  readonly agencyId: string;
  readonly name: string;
  readonly isAdmin: boolean;
  readonly teams: readonly OwnTeam[];
}

interface OwnRow {
  agency_id: string;
  agency_name: string;
  is_admin: boolean;
  team_id: string | null;
  team_name: string | null;
  role: Role | null;
}

/** The agencies a person belongs to, with the teams they can open (an admin: all), by name. One query. */
export async function listOwnAgencies(userId: string): Promise<readonly OwnAgency[]> {
  const rows = await authDb().$queryRaw<OwnRow[]>`
    select m.agency_id, a.name as agency_name, m.is_admin, t.id as team_id, t.name as team_name,
           case when m.is_admin then 'admin' else tm.role::text end as role
      from membership m
      join agency a on a.id = m.agency_id
      left join team_member tm on tm.agency_id = m.agency_id and tm.user_id = m.user_id and not m.is_admin
      left join team t on t.agency_id = m.agency_id and (m.is_admin or t.id = tm.team_id)
     where m.user_id = ${userId}::uuid
     order by lower(a.name), m.agency_id, lower(t.name), t.id`;
  const agencies = new Map<string, OwnAgency & { teams: OwnTeam[] }>();
  for (const row of rows) {
    const agency = agencies.get(row.agency_id) ?? {
      agencyId: row.agency_id,
      name: row.agency_name,
      isAdmin: row.is_admin,
      teams: [],
    };
    agencies.set(row.agency_id, agency);
    if (row.team_id && row.team_name && row.role) {
      agency.teams.push({ teamId: row.team_id, name: row.team_name, role: row.role });
    }
  }
  return [...agencies.values()];
}
