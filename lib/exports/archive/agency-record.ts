import "server-only";
import { type AgencyView, getAgency } from "@/lib/agencies/agencies";
import { listTeams } from "@/lib/agencies/teams";
import { showPerson } from "@/lib/domain/people/person";
import { listAgencyMembers } from "@/lib/people/agency-members";
import type { AgencyContext } from "@/lib/platform/auth/context";
import type { Role } from "@/lib/platform/auth/permissions";
import { readShownAt } from "@/lib/platform/auth/shown-person";
import { withAgency } from "@/lib/platform/db/with-agency";

/** What the workbook knows of an agency and its people, beside the teams' work. */
export interface AgencyRecord {
  readonly agency: Omit<AgencyView, "agencyId">;
  readonly teams: readonly string[];
  readonly people: readonly {
    readonly name: string;
    readonly email: string | null;
    readonly isAdmin: boolean;
    readonly teams: readonly { readonly name: string; readonly role: Role }[];
  }[];
  /** Sent and neither accepted nor taken back. */
  readonly invitations: readonly {
    /** Null for a code that was handed over. */
    readonly email: string | null;
    /** Null: to be an agency admin. */
    readonly team: string | null;
    readonly role: Role | null;
    readonly expiresAt: string;
  }[];
}

export async function getAgencyRecord(context: AgencyContext): Promise<AgencyRecord> {
  const [{ agencyId: _, ...agency }, teams, people, invitations] = await Promise.all([
    getAgency(context),
    listTeams(context),
    listAgencyMembers(context),
    listOpenInvitations(context),
  ]);
  return {
    agency,
    teams: teams.map(({ name }) => name),
    people: people.map(({ displayName, email, isAdmin, teams: own }) => ({
      name: displayName,
      email,
      isAdmin,
      teams: own.map(({ name, role }) => ({ name, role })),
    })),
    invitations,
  };
}

async function listOpenInvitations({ agencyId, userId }: AgencyContext): Promise<AgencyRecord["invitations"]> {
  const rows = await withAgency({ agencyId, userId }, (tx) =>
    tx.invitation.findMany({
      where: { agencyId, acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { email: true, role: true, expiresAt: true, team: { select: { name: true } } },
    }),
  );
  return rows.map(({ email, role, expiresAt, team }) => ({ email, team: team?.name ?? null, role, expiresAt: expiresAt.toISOString() }));
}

/** One line of the audit log. */
export interface AuditLine {
  readonly id: bigint;
  readonly at: Date;
  /** Null for what nobody signed in did. */
  readonly by: string | null;
  readonly action: string;
  readonly outcome: string;
  /** Ids only. */
  readonly target: unknown;
  /** The address it came from. */
  readonly source: string | null;
}

/** The agency's audit log, oldest first, after the line with this id. */
export async function listAuditLines(context: AgencyContext, after: bigint, limit: number): Promise<readonly AuditLine[]> {
  const { agencyId } = context;
  return withAgency(context, async (tx) => {
    const events = await tx.auditEvent.findMany({
      where: { agencyId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: limit,
    });
    const ids = events.flatMap(({ userId }) => (userId ? [userId] : []));
    const people = await tx.membership.findMany({
      where: { agencyId, userId: { in: ids } },
      select: { userId: true, displayName: true },
    });
    const shownAt = await readShownAt(context);
    const now = new Date();
    const shown = new Map(people.map(({ userId, displayName }) => [shownAt(userId, now).personId, { name: displayName, role: null }]));
    return events.map(({ id, at, userId, action, outcome, target, source }) => ({
      id,
      at,
      by: userId && showPerson(shown, shownAt(userId, at)),
      action,
      outcome,
      target: concerning(target, (person) => shownAt(person, at).personId),
      source,
    }));
  });
}

/** What an act was done to, with people by the ids they are shown with: an account's would tie a former name to today's. */
function concerning(target: unknown, shownId: (userId: string) => string): unknown {
  if (typeof target !== "object" || target === null || !("userId" in target) || typeof target.userId !== "string") return target;
  return { ...target, userId: shownId(target.userId) };
}
