import { randomBytes } from "node:crypto";
import { insertAccount } from "@/lib/accounts/accounts";
import { createAgency, type NewAgency } from "@/lib/agencies/agencies";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import type { TeamContext } from "@/lib/platform/auth/context";
import { hashPassword } from "@/lib/platform/passwords/password";
import type { Role, TeamPermission } from "@/lib/platform/auth/permissions";
import { authDb } from "@/lib/platform/db/client";
import { withAgency } from "@/lib/platform/db/with-agency";

/** Small parts of an agency, for the sample. They go through the same functions as people's own clicks. */

export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

export interface TeamPlace {
  readonly agencyId: string;
  readonly teamId: string;
}

let people = 0;
/** Slow on purpose, so each password is hashed once. */
const hashes = new Map<string, Promise<string>>();
const NOBODY_KNOWS = randomBytes(24).toString("base64url");

function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
}

/** An account with a password nobody knows, unless given. */
export async function makePerson(given: { name?: string; email?: string; password?: string; isSample?: boolean } = {}): Promise<Person> {
  people += 1;
  const name = given.name ?? `Person ${people}`;
  const email = given.email ?? `person-${people}-${randomBytes(4).toString("hex")}@example.test`;
  const passwordHash = await hashOnce(given.password ?? NOBODY_KNOWS);
  const { userId } = await insertAccount(authDb(), { name, email, passwordHash, isSample: given.isSample ?? false });
  return { userId, email, name };
}

/** An agency with one team, owned by `admin`. */
export async function makeAgency(admin: Person, given: Partial<NewAgency> = {}): Promise<TeamPlace> {
  return createAgency(admin.userId, {
    name: "Example Agency",
    kind: "police",
    state: "OH",
    teamName: "Core Implementation Team",
    displayName: admin.name,
    ...given,
  });
}

/** Puts a person in a team (and its agency) without the emailed invitation. */
export async function joinTeam(
  place: TeamPlace,
  person: Person,
  role: Role,
  tools: readonly ToolRef[] = [],
): Promise<void> {
  const { agencyId, teamId } = place;
  const { userId } = person;
  const isAdmin = role === "admin";
  await withAgency({ agencyId, userId }, async (tx) => {
    await tx.membership.upsert({
      where: { agencyId_userId: { agencyId, userId } },
      create: { agencyId, userId, isAdmin, displayName: person.name },
      update: { isAdmin },
    });
    // An admin reaches every team; a seat in this one makes them part of it.
    await tx.teamMember.create({
      data: { agencyId, teamId, userId, role: role === "admin" ? "lead" : role, toolKeys: tools.map(toolKey) },
    });
  });
}

/** A person's standing in a team. @throws when they have none or may not do this. */
export async function contextOf(
  place: TeamPlace,
  person: Person,
  permission: TeamPermission = "response:view",
): Promise<TeamContext> {
  const result = await authorizeTeam(person.userId, place.teamId, permission);
  if (!result.ok) throw new Error(`${person.name} may not ${permission} here: ${result.reason}`);
  return result.context;
}
