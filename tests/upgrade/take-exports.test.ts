import { expect, test } from "vitest";
import { listWords } from "./take-exports";

test("the words that a PDF has to hold are each line of an answer, each cell of a table, and comments", () => {
  const file = {
    tools: [{ answers: [{ text: "one\ntwo", value: "one\ntwo" }, { text: "Role: lead; Day: June 15, 2026", value: [{ id: "a", cells: { role: "lead", day: "2026-06-15" } }] }] }],
    comments: [{ body: "three" }],
  };
  expect(listWords(file)).toEqual(["one", "two", "lead", "June 15, 2026", "three"]);
});
