import { describe, expect, test } from "vitest";
import { countAnswers, formatHeldFor, readAnswers, readHeldFor, takeOut, TAKEN_OUT } from "@/lib/domain/feedback/answer";
import { formStateOf, formWordsSchema } from "@/lib/domain/feedback/form";
import { FORM_CODE_LENGTH, formatFormCode, formCodeOf, readFormCode } from "@/lib/domain/feedback/form-code";
import { outcomeWordsSchema, standingOf } from "@/lib/domain/feedback/outcome";
import { type FeedbackQuestion, optionsOf, QUESTION_LIMITS, questionsSchema } from "@/lib/domain/feedback/question";
import { quotationOf } from "@/lib/domain/feedback/quotation";

const CHOICE: FeedbackQuestion = { id: "q1", kind: "choice", words: "Is it clear?", options: optionsOf(["Yes", "No"]), source: null };
const TEXT: FeedbackQuestion = { id: "q2", kind: "text", words: "What is missing?", options: [], source: null };
const OPEN = { publishedAt: "2026-11-01T00:00:00Z", closesOn: null, closedAt: null, withdrawnAt: null };

describe("a form’s state", () => {
  test.each([
    ["draft", { ...OPEN, publishedAt: null }],
    ["open", OPEN],
    ["open", { ...OPEN, closesOn: "2026-12-01" }],
    ["closed", { ...OPEN, closesOn: "2026-11-30" }],
    ["closed", { ...OPEN, closedAt: "2026-11-20T00:00:00Z" }],
    ["withdrawn", { ...OPEN, closedAt: "2026-11-20T00:00:00Z", withdrawnAt: "2026-11-21T00:00:00Z" }],
  ] as const)("is %s", (state, days) => {
    expect(formStateOf(days, "2026-12-01")).toBe(state);
  });
});

describe("questions", () => {
  const accepts = (questions: readonly unknown[]) => questionsSchema.safeParse(questions).success;
  test("are 1 to 12, each with words and an id of its own", () => {
    expect(accepts([CHOICE, TEXT])).toBe(true);
    expect(accepts([])).toBe(false);
    expect(accepts(Array.from({ length: QUESTION_LIMITS.most }, (_, index) => ({ ...TEXT, id: `q${index}` })))).toBe(true);
    expect(accepts(Array.from({ length: QUESTION_LIMITS.most + 1 }, (_, index) => ({ ...TEXT, id: `q${index}` })))).toBe(false);
    expect(accepts([TEXT, TEXT])).toBe(false);
    expect(accepts([{ ...TEXT, words: " \n " }])).toBe(false);
    for (const id of ["__proto__", "constructor", "Q1", "q-1", ""]) expect(accepts([{ ...TEXT, id }]), id).toBe(false);
  });

  test("with choices have 2 to 8 that differ; those in own words have none", () => {
    expect(accepts([{ ...CHOICE, options: optionsOf(["Yes"]) }])).toBe(false);
    expect(accepts([{ ...CHOICE, options: optionsOf(["Yes", "yes"]) }])).toBe(false);
    expect(accepts([{ ...CHOICE, options: optionsOf("abcdefgh".split("")) }])).toBe(true);
    expect(accepts([{ ...CHOICE, options: optionsOf("abcdefghi".split("")) }])).toBe(false);
    expect(accepts([{ ...TEXT, options: optionsOf(["Yes", "No"]) }])).toBe(false);
  });

  test("come with a title and a number of answers in their bounds", () => {
    const form = { title: "Nights", intro: "", questions: [TEXT], closesOn: null, quota: 100 };
    expect(formWordsSchema.safeParse(form).success).toBe(true);
    for (const change of [{ title: " " }, { title: "x".repeat(121) }, { intro: "x".repeat(601) }, { quota: 0 }, { quota: 20_001 }, { quota: 1.5 }, { closesOn: "2026-02-30" }, { more: 1 }]) {
      expect(formWordsSchema.safeParse({ ...form, ...change }).success, JSON.stringify(change)).toBe(false);
    }
  });
});

describe("a form’s code", () => {
  test("is read however it is typed, and nothing else is", () => {
    const code = formCodeOf(Uint8Array.from({ length: 2 * FORM_CODE_LENGTH }, (_, index) => index * 11));
    expect(code).toHaveLength(FORM_CODE_LENGTH);
    for (const typed of [code, code.toLowerCase(), formatFormCode(code), ` ${[...code].join(" ")} `]) expect(readFormCode(typed), typed).toBe(code);
    for (const typed of ["", code.slice(1), `${code}2`, "OOOOOOOOOO", "x".repeat(10_000)]) expect(readFormCode(typed)).toBeNull();
    expect(readFormCode("8585858585".replaceAll("8", "b").replaceAll("5", "s"))).toBe("8585858585");
  });
});

describe("answers", () => {
  test("are counted by choice and by how many wrote; a skipped question counts nowhere", () => {
    const [first, second] = countAnswers([CHOICE, TEXT], [{ q1: "a", q2: "Nights" }, { q1: "b" }, { q1: "a" }, {}]);
    expect(first).toMatchObject({ answered: 3, options: [{ label: "Yes", count: 2 }, { label: "No", count: 1 }] });
    expect(second).toMatchObject({ answered: 1, options: [] });
  });

  test("are read for the form’s questions alone", () => {
    expect(readAnswers([CHOICE, TEXT], { q1: "a", q2: 5, q3: "more" })).toEqual({ q1: "a" });
    for (const odd of [null, "a", 5, [], JSON.parse('{"__proto__": {"q1": "a"}}')]) expect(readAnswers([CHOICE], odd)).toEqual({});
  });

  test("lose exactly the passage that is taken out", () => {
    expect(takeOut("Ask Kim, or Kim’s sister.", "Kim")).toBe(`Ask ${TAKEN_OUT}, or ${TAKEN_OUT}’s sister.`);
    expect(takeOut("Pay $& less.", "$&")).toBe(`Pay ${TAKEN_OUT} less.`);
    expect(takeOut("Nights", "")).toBe("Nights");
    expect(takeOut("Nights", "Days")).toBe("Nights");
  });

  test("say why they are held, in one order", () => {
    expect(formatHeldFor([])).toBeNull();
    expect(readHeldFor(formatHeldFor(["many-links", "trap"]))).toEqual(["trap", "many-links"]);
    expect(readHeldFor("trap something-new")).toEqual(["trap"]);
  });
});

describe("a quotation", () => {
  test("says where it is from, by the month, and has one pair of quotation marks", () => {
    expect(quotationOf("Nobody comes on weekends.", "2026-11-30")).toBe("From community answers, Nov 2026: “Nobody comes on weekends.”");
    expect(quotationOf("“Nobody comes.”", "2026-01-01")).toBe("From community answers, Jan 2026: “Nobody comes.”");
  });
});

describe("“You said, we did”", () => {
  const words = { said: "Weekends", did: "Soon", standing: "late", standingWords: "", answerIds: [] };
  test("says how it stands, in the team’s words where there are some", () => {
    expect(standingOf({ standing: "late", standingWords: "" })).toBe("Late");
    expect(standingOf({ standing: "late", standingWords: "It should have been September." })).toBe("It should have been September.");
  });
  test("needs both sides", () => {
    expect(outcomeWordsSchema.safeParse(words).success).toBe(true);
    for (const change of [{ said: "" }, { did: " " }, { standing: "never" }, { said: "x".repeat(301) }, { did: "x".repeat(601) }]) expect(outcomeWordsSchema.safeParse({ ...words, ...change }).success).toBe(false);
  });
});
