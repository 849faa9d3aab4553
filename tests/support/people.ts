import { encode } from "next-auth/jwt";
import { authorizeAgency, authorizeTeam } from "@/lib/platform/auth/authorize";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { AgencyPermission, TeamPermission, TeamRole } from "@/lib/platform/auth/permissions";
import { sessionCookieName } from "@/lib/platform/auth/session-cookie";
import { createSession } from "@/lib/platform/auth/session-store";
import { env } from "@/lib/platform/env";
import { keysOf, type ToolNumber } from "@/tests/support/tools";
import { query } from "./database";
import { type Database, insertAccount, insertAgency, insertMember, TEST_PASSWORD } from "./insert-people";

/** Somebody who can sign in. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** This file's, past row level security. */
const database: Database = { query: (sql, values) => query(process.env.DATABASE_OWNER_URL as string, sql, values) };

let count = 0;

/** A person with an account of their own. */
export async function createPerson(name = "Casey Brook"): Promise<Person> {
  count += 1;
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${count}@people.example`;
  return { userId: await insertAccount(database, { email, name }), email, name, password: TEST_PASSWORD };
}

export interface AgencyFixture {
  readonly admin: Person;
  readonly agencyId: string;
  readonly teamId: string;
}

/** An agency with one team and its admin. */
export async function createAgencyFixture(name = "Riverbend Police Department"): Promise<AgencyFixture> {
  const place = await insertAgency(database, { name, teamName: "Core Implementation Team" });
  const admin = await createPerson("Avery Admin");
  await insertMember(database, place, admin, "admin");
  return { admin, ...place };
}

/** Someone who joined the fixture's team. How people join by invitation is tested in tests/people/invitations.db.test.ts. */
export async function addToTeam(
  place: Pick<AgencyFixture, "agencyId" | "teamId">,
  role: TeamRole,
  tools: readonly ToolNumber[] = role === "partner" ? [1] : [],
): Promise<Person> {
  const person = await createPerson(`Robin ${role}`);
  await joinTeam(place, person, role, tools);
  return person;
}

/** Somebody who is there already takes a place in a team. */
export async function joinTeam(
  place: Pick<AgencyFixture, "agencyId" | "teamId">,
  person: Person,
  role: TeamRole,
  tools: readonly ToolNumber[] = [],
): Promise<void> {
  await insertMember(database, place, person, role, keysOf(...tools));
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
