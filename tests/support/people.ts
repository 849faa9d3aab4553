import { encode } from "next-auth/jwt";
import { authorizeAgency, authorizeTeam } from "@/lib/auth/authorize";
import type { AgencyContext, TeamContext } from "@/lib/auth/context";
import type { AgencyPermission, TeamPermission, TeamRole } from "@/lib/auth/permissions";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { createSession } from "@/lib/auth/session-store";
import { createAccount } from "@/lib/data/accounts";
import { createAgency } from "@/lib/data/agencies";
import { acceptInvitation } from "@/lib/data/invitation-acceptance";
import { createTeamInvitation } from "@/lib/data/invitations";
import { env } from "@/lib/env";
import { keysOf, type ToolNumber } from "@/tests/support/tools";


export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

let count = 0;

/** A person with an account of their own. */
export async function createPerson(name = "Casey Brook"): Promise<Person> {
  count += 1;
  const person = {
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${count}@people.example`,
    password: `violet otter hums ${count}`,
  };
  const { userId } = await createAccount(person);
  return { ...person, userId };
}

export interface AgencyFixture {
  readonly admin: Person;
  readonly agencyId: string;
  readonly teamId: string;
}

/** An agency with one team, made by its admin. */
export async function createAgencyFixture(name = "Riverbend Police Department"): Promise<AgencyFixture> {
  const admin = await createPerson("Avery Admin");
  const made = await createAgency(admin.userId, {
    name,
    kind: "police",
    state: "OH",
    teamName: "Core Implementation Team",
    displayName: admin.name,
  });
  return { admin, ...made };
}

/** Someone who joined the fixture's team by invitation. */
export async function addToTeam(
  { admin, teamId }: AgencyFixture,
  role: TeamRole,
  tools: readonly ToolNumber[] = role === "partner" ? [1] : [],
): Promise<Person> {
  const person = await createPerson(`Robin ${role}`);
  const context = await teamContext(admin, teamId, "team-member:invite");
  const { token } = await createTeamInvitation(context, { email: person.email, role, toolKeys: keysOf(...tools) });
  await acceptInvitation(token, person);
  return person;
}

/** The context a request of theirs would get. @throws when it would be refused. */
export async function teamContext(
  person: Pick<Person, "userId">,
  teamId: string,
  permission: TeamPermission = "team:view",
): Promise<TeamContext> {
  const access = await authorizeTeam(person.userId, teamId, permission);
  if (!access.ok) throw new Error(`refused: ${access.reason}`);
  return access.context;
}

export async function agencyContext(
  person: Pick<Person, "userId">,
  agencyId: string,
  permission: AgencyPermission = "agency:view",
): Promise<AgencyContext> {
  const access = await authorizeAgency(person.userId, agencyId, permission);
  if (!access.ok) throw new Error(`refused: ${access.reason}`);
  return access.context;
}

/** A Cookie header of a real, new session. */
export async function signInCookie(person: Pick<Person, "userId">): Promise<string> {
  return cookieOf(await createSession(person.userId));
}

/** The Cookie header that carries this session id. */
export async function cookieOf(sid: string): Promise<string> {
  return `${sessionCookieName()}=${await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: 12 * 3600 })}`;
}
