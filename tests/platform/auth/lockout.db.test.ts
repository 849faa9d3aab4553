import { beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_RULE, checkOwnPassword, checkSignIn, verifySignIn } from "@/lib/platform/auth/sign-in";
import { countAttempt, forgetAttempts, type ThrottleRule } from "@/lib/platform/rates/throttle";
import { authDb } from "@/lib/platform/db/client";
import { createPerson, type Person } from "../../support/people";

const WRONG = "not the password of anyone";
let person: Person;

beforeEach(async () => {
  person = await createPerson();
});

async function outcomes(email: string): Promise<string[]> {
  const events = await authDb().accountEvent.findMany({ where: { email, action: "account:sign-in" }, orderBy: { id: "asc" } });
  return events.map((event) => event.outcome);
}

/** Moves every window of this account's throttle into the past. */
async function waitMinutes(minutes: number): Promise<void> {
  await authDb().$executeRaw`update throttle set window_start = window_start - make_interval(mins => ${minutes}::int)`;
}

test("an address that can be nobody's, such as one with NUL, is refused like any other and no failure of ours", async () => {
  for (const email of ["a\u0000b@agency.example", `${person.email}\u0000`, "\u0000"]) {
    expect(await checkSignIn({ email, password: person.password }, null)).toEqual({ userId: null, pause: null });
  }
});

describe("five wrong passwords", () => {
  test("lock the account: then the right one is refused too", async () => {
    for (let i = 0; i < 5; i++) expect(await verifySignIn({ email: person.email, password: WRONG }, null)).toBeNull();
    expect(await verifySignIn(person, null)).toBeNull();
    expect(await outcomes(person.email)).toEqual(["failed", "failed", "failed", "failed", "failed", "locked"]);
  });

  test("lock it for 15 minutes from the fifth, however many more are tried", async () => {
    for (let i = 0; i < 8; i++) await verifySignIn({ email: person.email, password: WRONG }, null);
    await waitMinutes(14);
    expect(await verifySignIn(person, null)).toBeNull();
    await waitMinutes(1);
    expect(await verifySignIn(person, null)).toBe(person.userId);
  });

  test("count from the first within 15 minutes; older ones are forgotten", async () => {
    for (let i = 0; i < 4; i++) await verifySignIn({ email: person.email, password: WRONG }, null);
    await waitMinutes(15);
    for (let i = 0; i < 4; i++) await verifySignIn({ email: person.email, password: WRONG }, null);
    expect(await verifySignIn(person, null)).toBe(person.userId);
  });

  test("count again from none after the right one", async () => {
    for (let i = 0; i < 4; i++) await verifySignIn({ email: person.email, password: WRONG }, null);
    expect(await verifySignIn(person, null)).toBe(person.userId);
    for (let i = 0; i < 4; i++) await verifySignIn({ email: person.email, password: WRONG }, null);
    expect(await verifySignIn(person, null)).toBe(person.userId);
  });

  test("are counted whatever the capitals and spaces around the address", async () => {
    const spellings = [person.email, person.email.toUpperCase(), ` ${person.email}`, `${person.email} `, person.email];
    for (const email of spellings) await verifySignIn({ email, password: WRONG }, null);
    expect(await verifySignIn(person, null)).toBeNull();
  });
});

test("of 50 guesses at once, at most five are looked at", async () => {
  const guesses = await Promise.all(Array.from({ length: 50 }, () => verifySignIn({ email: person.email, password: WRONG }, null)));
  expect(guesses.every((guess) => guess === null)).toBe(true);
  const seen = await outcomes(person.email);
  expect(seen).toHaveLength(50);
  expect(seen.filter((outcome) => outcome === "failed").length).toBeLessThanOrEqual(5);
});

test("the counter itself lets exactly its limit through at once", async () => {
  const rule: ThrottleRule = { name: "test", limit: 5, minutes: 15 };
  const allowed = await Promise.all(Array.from({ length: 50 }, () => countAttempt(rule, "someone")));
  expect(allowed.filter(Boolean)).toHaveLength(5);
  await forgetAttempts(rule, "someone");
  expect(await countAttempt(rule, "someone")).toBe(true);
});

test("an address that guesses at many accounts is stopped, others are not", async () => {
  const source = "203.0.113.9";
  for (let i = 0; i < 50; i++) await countAttempt({ name: "sign-in:address", limit: 50, minutes: 15 }, source);
  expect(await verifySignIn(person, source)).toBeNull();
  expect(await verifySignIn(person, "203.0.113.10")).toBe(person.userId);
});

test("a good sign-in takes its try back from the address, which a whole agency may share", async () => {
  const source = "203.0.113.77";
  for (let i = 0; i < 60; i++) expect(await verifySignIn(person, source)).toBe(person.userId);
}, 60_000);

test("the counter keeps no address or account in the clear", async () => {
  await countAttempt(ACCOUNT_RULE, person.email);
  const keys = await authDb().throttle.findMany({ select: { key: true } });
  expect(keys.filter(({ key }) => key.includes("@") || key.includes("203.0.113"))).toEqual([]);
});

describe("unknown, wrong and locked", () => {
  test("answer alike", async () => {
    const locked = await createPerson();
    for (let i = 0; i < 5; i++) await verifySignIn({ email: locked.email, password: WRONG }, null);
    const answers = await Promise.all([
      verifySignIn({ email: "nobody@people.example", password: WRONG }, null),
      verifySignIn({ email: person.email, password: WRONG }, null),
      verifySignIn(locked, null),
      verifySignIn({ email: person.email, password: { not: "" } }, null),
      verifySignIn({ email: { not: "" }, password: WRONG }, null),
      verifySignIn(undefined, null),
    ]);
    expect(answers).toEqual([null, null, null, null, null, null]);
  });

  test("are told of the pause after five wrong tries, the same whether or not the address has an account", async () => {
    for (const email of [person.email, `no-${person.email}`]) {
      const tries = [];
      for (let i = 0; i < 7; i++) tries.push(await checkSignIn({ email, password: i === 6 ? person.password : WRONG }, null));
      const wrong = { userId: null, pause: null };
      const paused = { userId: null, pause: "account" };
      expect(tries).toEqual([wrong, wrong, wrong, wrong, wrong, paused, paused]);
    }
  });

  test("a source that guesses at many accounts is told that it has to wait, not that the address has", async () => {
    const source = "203.0.113.55";
    for (let i = 0; i < 50; i++) await countAttempt({ name: "sign-in:address", limit: 50, minutes: 15 }, source);
    expect(await checkSignIn(person, source)).toEqual({ userId: null, pause: "source" });
    expect(await checkSignIn({ email: "nobody@people.example", password: WRONG }, source)).toEqual({ userId: null, pause: "source" });
  });

  test("a person who is signed in is told the same of their own password", async () => {
    expect(await checkOwnPassword(person, WRONG)).toBe("wrong");
    expect(await checkOwnPassword(person, person.password)).toBe("right");
    for (let i = 0; i < 5; i++) await checkOwnPassword(person, WRONG);
    expect(await checkOwnPassword(person, person.password)).toBe("paused");
  });

  test("take the same time: each verifies one hash", async () => {
    const locked = await createPerson();
    for (let i = 0; i < 6; i++) await verifySignIn({ email: locked.email, password: WRONG }, null);
    const kinds = {
      unknown: (round: number) => `nobody${round}@people.example`,
      wrong: () => person.email,
      locked: () => locked.email,
    };
    const times: Record<string, number[]> = { unknown: [], wrong: [], locked: [] };
    for (let round = 0; round < 25; round++) {
      for (const [kind, emailOf] of Object.entries(kinds)) {
        await forgetAttempts(ACCOUNT_RULE, person.email);
        const start = performance.now();
        await verifySignIn({ email: emailOf(round), password: WRONG }, null);
        times[kind]?.push(performance.now() - start);
      }
    }
    const typical = Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, median(all)]));
    const wrong = typical.wrong ?? 0;
    // Without the hash an answer takes a fifth of the time; the machine's noise is far below a half.
    expect(typical.unknown).toBeGreaterThan(wrong / 2);
    expect(typical.locked).toBeGreaterThan(wrong / 2);
    expect(typical.unknown).toBeLessThan(wrong * 2);
    expect(typical.locked).toBeLessThan(wrong * 2);
  }, 60_000);
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
