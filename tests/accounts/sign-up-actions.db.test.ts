import { asRequest } from "../support/action-request";
import { describe, expect, test } from "vitest";
import { askForResetAction } from "@/app/(account)/forgot-password/actions";
import { signUpAction } from "@/app/(account)/sign-up/actions";
import { hasAccount } from "@/lib/accounts/accounts";
import { lettersTo } from "../support/outbox";
import { createPerson } from "../support/people";

const PASSWORD = "violet otter hums quietly";

describe("nobody learns whether an address has an account", () => {
  test("by signing up", async () => {
    const known = await createPerson();
    const answers = await Promise.all(
      [known.email, "new.person@newcomers.example"].map((email) =>
        asRequest("", () => signUpAction({ name: "Somebody", email, password: PASSWORD })),
      ),
    );
    expect(answers[0]).toEqual({ ok: true, data: null });
    expect(answers[1]).toEqual(answers[0]);
    expect(await lettersTo(known.email)).toHaveLength(1);
    expect(await lettersTo("new.person@newcomers.example")).toHaveLength(1);
  });

  test("by asking for a new password", async () => {
    const known = await createPerson();
    const answers = await Promise.all(
      [known.email, "nobody@newcomers.example"].map((email) => asRequest("", () => askForResetAction({ email }))),
    );
    expect(answers[1]).toEqual(answers[0]);
  });
});

test("a poor password, a missing name and a broken address are told before anything is sent", async () => {
  const email = "careless@newcomers.example";
  expect(await asRequest("", () => signUpAction({ name: "Careless", email, password: "passwordpassword" }))).toMatchObject({
    fieldErrors: { password: expect.any(String) },
  });
  expect(await asRequest("", () => signUpAction({ name: " ", email: "no address", password: PASSWORD }))).toMatchObject({
    fieldErrors: { name: expect.any(String), email: expect.any(String) },
  });
  expect(await lettersTo(email)).toEqual([]);
  expect(await hasAccount(email)).toBe(false);
});

test("a name can't carry lines or characters that turn the text around", async () => {
  const input = { name: "Casey\u202Egnp.exe", email: "turned@newcomers.example", password: PASSWORD };
  expect(await asRequest("", () => signUpAction(input))).toMatchObject({ ok: false, fieldErrors: { name: expect.any(String) } });
});
