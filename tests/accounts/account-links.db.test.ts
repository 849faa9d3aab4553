import pg from "pg";
import { describe, expect, test } from "vitest";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { createSession, findSessionById } from "@/lib/platform/auth/session-store";
import { verifySignIn } from "@/lib/platform/auth/sign-in";
import {
  confirmSignUp,
  findAccountLink,
  RESET_MINUTES,
  resetPassword,
  SIGN_UP_MINUTES,
  startPasswordReset,
  startSignUp,
} from "@/lib/accounts/account-links";
import { hasAccount } from "@/lib/accounts/accounts";
import { authDb } from "@/lib/platform/db/client";
import { query } from "../support/database";
import { lettersTo, tokenInMail } from "../support/outbox";
import { createPerson } from "../support/people";

const PASSWORD = "violet otter hums quietly";
const ownerUrl = () => process.env.DATABASE_OWNER_URL ?? "";
let count = 0;

function newcomer() {
  count += 1;
  return { name: "Jamie Newcomer", email: `jamie.${count}@newcomers.example`, password: PASSWORD };
}

async function expire(token: string): Promise<void> {
  await authDb().accountToken.update({ where: { tokenHash: hashSecret(token) }, data: { expiresAt: new Date(Date.now() - 1) } });
}

describe("signing up", () => {
  test("makes an account only once the mailed link is confirmed with the chosen password", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    expect(await hasAccount(person.email)).toBe(false);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    const { userId } = await confirmSignUp(token, PASSWORD);
    expect(await verifySignIn(person, null)).toBe(userId);
  });

  test("leaves nothing usable in the database: no password, no token", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    const row = await authDb().accountToken.findFirstOrThrow({ where: { email: person.email } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const stored = JSON.stringify({ ...row, tokenHash: Buffer.from(row.tokenHash).toString("latin1") });
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(token);
  });

  test("opening the link changes nothing, however often a scanner does", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    for (let i = 0; i < 3; i++) expect(await findAccountLink(token, "sign-up")).toMatchObject({ email: person.email });
    expect(await hasAccount(person.email)).toBe(false);
    await confirmSignUp(token, PASSWORD);
  });

  test("the link works once, also when it is pressed twice at the same time", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    const results = await Promise.allSettled([confirmSignUp(token, PASSWORD), confirmSignUp(token, PASSWORD)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirmSignUp(token, PASSWORD)).rejects.toThrow(/no longer works/);
    expect(await findAccountLink(token, "sign-up")).toBeNull();
  });

  test("the link ends after an hour", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    const { createdAt, expiresAt } = await authDb().accountToken.findUniqueOrThrow({ where: { tokenHash: hashSecret(token) } });
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 60_000)).toBe(SIGN_UP_MINUTES);
    await expire(token);
    expect(await findAccountLink(token, "sign-up")).toBeNull();
    await expect(confirmSignUp(token, PASSWORD)).rejects.toThrow(/no longer works/);
  });

  test("with somebody else's address can't be finished by them with the stranger's password", async () => {
    const victim = newcomer();
    await startSignUp({ ...victim, password: "a stranger picked these words" }, null);
    const token = await tokenInMail(victim.email, "sign-up/confirm");
    await expect(confirmSignUp(token, PASSWORD)).rejects.toMatchObject({ fieldErrors: { password: expect.any(String) } });
    expect(await hasAccount(victim.email)).toBe(false);
  });

  test("the password on the link's page can be tried five times", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    for (let i = 0; i < 5; i++) await expect(confirmSignUp(token, "not these words at all")).rejects.toThrow();
    await expect(confirmSignUp(token, PASSWORD)).rejects.toThrow(/Too many/);
  });

  test("with a known address mails that there is an account, and changes nothing", async () => {
    const known = await createPerson();
    await startSignUp({ name: "Other", email: known.email, password: PASSWORD }, null);
    const [letter] = await lettersTo(known.email);
    expect(letter?.subject).toBe("You already have an account");
    expect(letter?.text).not.toContain("token=");
    expect(await authDb().accountToken.count({ where: { email: known.email } })).toBe(0);
    expect(await verifySignIn(known, null)).toBe(known.userId);
  });

  test("one address gets at most five letters at once", async () => {
    const person = newcomer();
    for (let i = 0; i < 8; i++) await startSignUp(person, null);
    expect(await lettersTo(person.email)).toHaveLength(5);
  });
});

describe("choosing a new password by mail", () => {
  const NEXT = "gravel teapot lantern moth";

  test("replaces the password, ends every session and tells the person", async () => {
    const person = await createPerson();
    const sid = await createSession(person.userId);
    await startPasswordReset(person.email, null);
    await resetPassword(await tokenInMail(person.email, "reset-password"), NEXT);
    expect(await findSessionById(sid)).toBeNull();
    expect(await verifySignIn(person, null)).toBeNull();
    expect(await verifySignIn({ email: person.email, password: NEXT }, null)).toBe(person.userId);
    expect((await lettersTo(person.email))[0]?.subject).toBe("Your password was changed");
  });

  test("frees an account that was locked by somebody's guesses", async () => {
    const person = await createPerson();
    for (let i = 0; i < 6; i++) await verifySignIn({ email: person.email, password: "a stranger's guess" }, null);
    await startPasswordReset(person.email, null);
    await resetPassword(await tokenInMail(person.email, "reset-password"), NEXT);
    expect(await verifySignIn({ email: person.email, password: NEXT }, null)).toBe(person.userId);
  });

  test("the link works once and for ten minutes, and using one ends the others", async () => {
    const person = await createPerson();
    await startPasswordReset(person.email, null);
    const first = await tokenInMail(person.email, "reset-password");
    const row = await authDb().accountToken.findUniqueOrThrow({ where: { tokenHash: hashSecret(first) } });
    expect(Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / 60_000)).toBe(RESET_MINUTES);
    await startPasswordReset(person.email, null);
    const second = await tokenInMail(person.email, "reset-password");
    await resetPassword(second, NEXT);
    await expect(resetPassword(second, NEXT)).rejects.toThrow(/no longer works/);
    await expect(resetPassword(first, NEXT)).rejects.toThrow(/no longer works/);

    await startPasswordReset(person.email, null);
    const third = await tokenInMail(person.email, "reset-password");
    await expire(third);
    await expect(resetPassword(third, NEXT)).rejects.toThrow(/no longer works/);
  });

  test("of two resets with one link at the same moment exactly one wins", async () => {
    const person = await createPerson();
    await startPasswordReset(person.email, null);
    const token = await tokenInMail(person.email, "reset-password");
    const [one, other] = [NEXT, "lantern moth gravel teapot"];
    // Holds the link until both have read it as unused.
    const holder = new pg.Client({ connectionString: ownerUrl() });
    await holder.connect();
    await holder.query("begin");
    await holder.query("select 1 from account_token where token_hash = $1 for update", [Buffer.from(hashSecret(token))]);
    const resets = Promise.allSettled([resetPassword(token, one), resetPassword(token, other)]);
    const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await expect.poll(() => query(ownerUrl(), waiting)).toHaveLength(2);
    await holder.query("commit");
    await holder.end();
    const results = await resets;
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const winner = results[0]?.status === "fulfilled" ? one : other;
    expect(await verifySignIn({ email: person.email, password: winner }, null)).toBe(person.userId);
    expect(await verifySignIn({ email: person.email, password: winner === one ? other : one }, null)).toBeNull();
  });

  test("a poor password is refused, and the link can still be used", async () => {
    const person = await createPerson();
    await startPasswordReset(person.email, null);
    const token = await tokenInMail(person.email, "reset-password");
    await authDb().userAccount.update({ where: { id: person.userId }, data: { name: "Marguerite Fitzgerald" } });
    for (const poor of ["passwordpassword", "marguerite fitzgerald"]) {
      await expect(resetPassword(token, poor)).rejects.toMatchObject({ fieldErrors: { password: expect.any(String) } });
    }
    await resetPassword(token, NEXT);
  });

  test("mails nobody without an account, and nobody whose account is disabled", async () => {
    await startPasswordReset("nobody@newcomers.example", null);
    expect(await lettersTo("nobody@newcomers.example")).toEqual([]);
    const leaver = await createPerson();
    await authDb().userAccount.update({ where: { id: leaver.userId }, data: { disabledAt: new Date() } });
    await startPasswordReset(leaver.email, null);
    expect(await lettersTo(leaver.email)).toEqual([]);
  });

  test("a sign-up link is no reset link, and the other way round", async () => {
    const person = newcomer();
    await startSignUp(person, null);
    const token = await tokenInMail(person.email, "sign-up/confirm");
    expect(await findAccountLink(token, "reset")).toBeNull();
    await expect(resetPassword(token, NEXT)).rejects.toThrow(/no longer works/);
  });
});
