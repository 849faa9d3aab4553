import { beforeAll, describe, expect, test } from "vitest";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import {
  createSession,
  createVerifiedSession,
  findSessionById,
  listSessions,
  revokeAllSessions,
  revokeOwnSession,
  revokeSessionById,
  touchSession,
} from "@/lib/platform/auth/session-store";
import { changePassword } from "@/lib/accounts/accounts";
import { removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { authDb } from "@/lib/platform/db/client";
import { addToTeam, cookieOf, createAgencyFixture, createPerson, signInCookie, teamContext, type Person } from "../../support/people";
import { checkSignIn } from "@/lib/platform/auth/sign-in";

const MINUTE = 60_000;
let person: Person;

beforeAll(async () => {
  person = await createPerson();
});

async function age(sid: string, change: { lastSeenAt?: Date; expiresAt?: Date }): Promise<void> {
  await authDb().session.update({ where: { sidHash: hashSecret(sid) }, data: change });
}

const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

async function findByCookie(cookie: string) {
  const sid = await readSessionIdOf(new Request("http://localhost:3000/api", { headers: { cookie } }));
  return sid ? findSessionById(sid) : null;
}

describe("a session", () => {
  test("is found by its cookie, and names its person", async () => {
    const found = await findByCookie(await signInCookie(person));
    expect(found).toMatchObject({ userId: person.userId, name: person.name, email: person.email });
  });

  test("keeps only a hash of what the cookie carries", async () => {
    const sid = await createSession(person.userId);
    const rows = await authDb().session.findMany({ where: { userId: person.userId } });
    expect(rows.some((row) => Buffer.from(row.sidHash).includes(sid))).toBe(false);
    expect(rows.some((row) => Buffer.compare(row.sidHash, hashSecret(sid)) === 0)).toBe(true);
  });

  test.each([
    ["a forged cookie", async () => "workbook.session=forged"],
    ["a cookie of another name", async () => (await signInCookie(person)).replace("workbook.session", "next-auth.session-token")],
    ["a session id nobody was given", () => cookieOf("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
    ["no cookie", async () => ""],
  ])("is not found by %s", async (_, cookie) => {
    expect(await findByCookie(await cookie())).toBeNull();
  });

  test("ends after 30 minutes without activity, not before", async () => {
    const sid = await createSession(person.userId);
    await age(sid, { lastSeenAt: ago(29) });
    expect(await findSessionById(sid)).not.toBeNull();
    await age(sid, { lastSeenAt: ago(30.1) });
    expect(await findSessionById(sid)).toBeNull();
  });

  test("ends 12 hours after signing in, however active", async () => {
    const sid = await createSession(person.userId);
    const { expiresAt, createdAt } = await authDb().session.findUniqueOrThrow({ where: { sidHash: hashSecret(sid) } });
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / MINUTE)).toBe(12 * 60);
    await age(sid, { expiresAt: ago(0.1) });
    expect(await findSessionById(sid)).toBeNull();
  });

  test("is kept alive by activity, written at most once a minute, and not by polling", async () => {
    const sid = await createSession(person.userId);
    const cookie = await cookieOf(sid);
    const lastSeen = async () => (await authDb().session.findUniqueOrThrow({ where: { sidHash: hashSecret(sid) } })).lastSeenAt;

    await age(sid, { lastSeenAt: ago(20) });
    const before = await lastSeen();
    const session = await findByCookie(cookie);
    expect(await lastSeen()).toEqual(before);

    if (session) await touchSession(session);
    const touched = await lastSeen();
    expect(Date.now() - touched.getTime()).toBeLessThan(MINUTE);

    const again = await findByCookie(cookie);
    if (again) await touchSession(again);
    expect(await lastSeen()).toEqual(touched);
  });

  test("once ended is not brought back by activity", async () => {
    const sid = await createSession(person.userId);
    await age(sid, { lastSeenAt: ago(5) });
    const session = await findSessionById(sid);
    await revokeSessionById(sid);
    if (session) await touchSession(session);
    expect(await findSessionById(sid)).toBeNull();
  });
});

describe("a copied cookie is dead", () => {
  test("after signing out", async () => {
    const sid = await createSession(person.userId);
    const copy = await cookieOf(sid);
    await revokeSessionById(sid);
    expect(await findByCookie(copy)).toBeNull();
  });

  test("after a password change, in every browser", async () => {
    const changer = await createPerson();
    const here = await createSession(changer.userId);
    const elsewhere = await createSession(changer.userId);
    await changePassword({ ...changer, sidHash: "" }, changer.password, "gravel teapot lantern moth");
    expect(await findSessionById(here)).toBeNull();
    expect(await findSessionById(elsewhere)).toBeNull();
  });

  test("and a sign-in that was under way when the password changed opens nothing", async () => {
    const changer = await createPerson();
    const underWay = await checkSignIn(changer, null);
    if (underWay.userId === null) throw new Error("not signed in");
    expect(await findSessionById((await createVerifiedSession(underWay)) ?? "")).not.toBeNull();
    await changePassword({ ...changer, sidHash: "" }, changer.password, "gravel teapot lantern moth");
    expect(await createVerifiedSession(underWay)).toBeNull();
  });

  test("when the account is disabled", async () => {
    const leaver = await createPerson();
    const sid = await createSession(leaver.userId);
    await authDb().userAccount.update({ where: { id: leaver.userId }, data: { disabledAt: new Date() } });
    expect(await findSessionById(sid)).toBeNull();
  });
});

describe("people see and end their own sessions", () => {
  test("all of them, except the one in use", async () => {
    const owner = await createPerson();
    const [kept, ended] = [await createSession(owner.userId), await createSession(owner.userId)];
    const keptHash = Buffer.from(hashSecret(kept)).toString("hex");
    expect(await listSessions(owner.userId)).toHaveLength(2);
    await revokeAllSessions(owner.userId, keptHash);
    expect((await listSessions(owner.userId)).map(({ sidHash }) => sidHash)).toEqual([keptHash]);
    expect(await findSessionById(ended)).toBeNull();
  });

  test("never somebody else's", async () => {
    const sid = await createSession(person.userId);
    const stranger = await createPerson();
    const sidHash = Buffer.from(hashSecret(sid)).toString("hex");
    expect(await revokeOwnSession(stranger.userId, sidHash)).toBe(false);
    expect(await findSessionById(sid)).not.toBeNull();
    expect(await revokeOwnSession(person.userId, sidHash)).toBe(true);
  });
});

describe("roles come from the database", () => {
  test("a role taken away is gone on the next request of the same session", async () => {
    const fixture = await createAgencyFixture();
    const lead = await addToTeam(fixture, "lead");
    const admin = await teamContext(fixture.admin, fixture.teamId, "team-member:update");
    expect(await authorizeTeam(lead.userId, fixture.teamId, "team-member:invite")).toMatchObject({ ok: true });

    await updateTeamMember(admin, { userId: lead.userId, role: "viewer", toolKeys: [] });
    expect(await authorizeTeam(lead.userId, fixture.teamId, "team-member:invite")).toEqual({ ok: false, reason: "forbidden" });

    await removeTeamMember(admin, lead.userId);
    expect(await authorizeTeam(lead.userId, fixture.teamId, "team:view")).toEqual({ ok: false, reason: "not-found" });
  });
});
