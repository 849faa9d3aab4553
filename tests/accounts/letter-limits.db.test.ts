import { beforeEach, describe, expect, test } from "vitest";
import { startPasswordReset, startSignUp } from "@/lib/accounts/account-links";
import { mayWriteTo } from "@/lib/accounts/letter-limits";
import { authDb } from "@/lib/platform/db/client";
import { lettersTo } from "../support/outbox";
import { createPerson, type Person } from "../support/people";

/** A stranger can't keep somebody's letters from them, nor fill their letter box. */

let person: Person;
let newcomers = 0;

beforeEach(async () => {
  person = await createPerson();
});

const OWN = "198.51.100.7";
const foreign = (at: number) => `203.0.113.${at}`;
const countOf = async (email: string) => (await lettersTo(email)).length;

/** As if this much time had gone by, for everything that is counted. */
async function letPass(minutes: number): Promise<void> {
  await authDb().$executeRaw`update throttle set window_start = window_start - make_interval(mins => ${minutes}::int)`;
}

async function ask(source: string | null): Promise<boolean> {
  const before = await countOf(person.email);
  await startPasswordReset(person.email, source);
  return (await countOf(person.email)) > before;
}

describe("a person's own request for a new password brings a letter", () => {
  test.each([5, 20])("after %i of one stranger", async (times) => {
    for (let at = 0; at < times; at++) await ask(foreign(1));
    expect(await ask(OWN)).toBe(true);
  });

  test("after five strangers' from five places", async () => {
    for (let at = 0; at < 5; at++) expect(await ask(foreign(at))).toBe(true);
    expect(await ask(OWN)).toBe(true);
  });

  test("after thirty from the address that the whole agency shares", async () => {
    for (let at = 0; at < 31; at++) await startPasswordReset(`colleague.${at}@people.example`, OWN);
    expect(await ask(OWN)).toBe(true);
  });

  test("after any number of sign-ups with their address", async () => {
    for (let at = 0; at < 12; at++) await startSignUp({ ...person, name: "Somebody" }, foreign(at));
    expect(await ask(OWN)).toBe(true);
  });
});

describe("however many strangers ask, wherever from", () => {
  test.each([
    ["when nobody knows where requests come from", () => null],
    ["from ever new places", (at: number) => foreign(at)],
  ] as const)("a link in the newest letter still works five minutes after any letter: %s", async (_, sourceOf) => {
    let at = 0;
    for (let minute = 0; minute < 60; minute += 5) {
      let sent = false;
      for (let time = 0; time < 3; time++) sent = (await ask(sourceOf((at += 1)))) || sent;
      expect(sent, `minute ${minute}`).toBe(true);
      await letPass(5);
    }
  });

  test("never is there silence for more than half an hour, and a day brings no more than some seventy letters", async () => {
    let [at, letters, quiet, longest] = [0, 0, 0, 0];
    for (let minute = 0; minute < 1_440; minute += 10) {
      const isSent = await mayWriteTo("reset", person.email, foreign((at += 1)));
      letters += isSent ? 1 : 0;
      quiet = isSent ? 0 : quiet + 10;
      longest = Math.max(longest, quiet);
      await letPass(10);
    }
    expect(longest).toBeLessThanOrEqual(30);
    expect(letters).toBeGreaterThanOrEqual(48);
    expect(letters).toBeLessThanOrEqual(80);
  });
});

describe("a sign-up's letter", () => {
  const newcomer = () => ({ name: "Jamie Newcomer", email: `jamie.${(newcomers += 1)}@newcomers.example`, password: "violet otter hums quietly" });

  test("comes to the person after five strangers used their address", async () => {
    const own = newcomer();
    for (let at = 0; at < 5; at++) await startSignUp(own, foreign(at));
    const before = await countOf(own.email);
    await startSignUp(own, OWN);
    expect(await countOf(own.email)).toBe(before + 1);
  });

  test("goes to at most thirty addresses an hour from one place", async () => {
    const people = Array.from({ length: 32 }, newcomer);
    for (const { email, name, password } of people) await startSignUp({ email, name, password }, "192.0.2.9");
    const written = await Promise.all(people.map(({ email }) => countOf(email)));
    expect(written.filter((letters) => letters > 0)).toHaveLength(30);
  });
});
