import { describe, expect, test } from "vitest";
import type { Answers } from "@/lib/domain/answer/answers";
import { listPeopleInAnswers, listPeopleInChanges, mayNamePeople, nameInAnswers, nameInChange } from "@/lib/domain/item/people-in-answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { FORMER_NAME_ID, personToken, type PersonRef } from "@/lib/domain/people/person";
import { itemsById, toolItems } from "@/lib/domain/tool/items";
import { listToolSteps } from "@/lib/domain/tool/tool-steps";
import { viewChange } from "@/lib/history/change-view";
import { getTool } from "@/tests/support/tools";

const [AVERY, ROBIN] = ["7d3f0a52-1111-4222-8333-944445555666", "7d3f0a52-1111-4222-8333-944445555667"].map((personId) => ({ personId })) as [PersonRef, PersonRef];
const names = ({ personId }: PersonRef) => (personId === AVERY.personId ? "Avery" : "Robin");
const items = toolItems(getTool(12));
const answers: Answers = {
  "t12-sheet-1-goal": `What ${personToken(AVERY)} said`,
  "t12-sheet-1-step-1-owner": personToken(AVERY),
  "t12-sheet-1-more": [{ id: "r1", cells: { action: personToken(ROBIN), owner: personToken(ROBIN), due: "2026-12-18" } }],
};

describe("people in answers", () => {
  test("are named where an answer is a person, and nowhere in what people typed", () => {
    expect(listPeopleInAnswers(items, answers)).toEqual([AVERY, ROBIN]);
    expect(nameInAnswers(items, answers, names)).toEqual({
      ...answers,
      "t12-sheet-1-step-1-owner": "Avery",
      "t12-sheet-1-more": [{ id: "r1", cells: { action: personToken(ROBIN), owner: "Robin", due: "2026-12-18" } }],
    });
    const text = { "t12-sheet-1-goal": "Nobody is named" };
    expect(nameInAnswers(items, text, names)).toBe(text);
  });

  test("are never read as an id, named or not", () => {
    for (const item of items.filter(mayNamePeople)) {
      const answer = item.kind === "table" ? [{ id: "r1", cells: { owner: personToken({ personId: FORMER_NAME_ID }) } }] : personToken(AVERY);
      expect(formatAnswer(item, answer)).toMatch(/A team member$/);
    }
  });

  test("of recorded changes are found and named on both sides", () => {
    const change = { itemId: "t12-sheet-1-step-1-owner", before: personToken(AVERY), after: personToken(ROBIN) };
    const index = itemsById(getTool(12));
    expect(listPeopleInChanges(index, [change, { kind: "status" }])).toEqual([AVERY, ROBIN]);
    expect(nameInChange(index, change, names)).toMatchObject({ before: "Avery", after: "Robin" });
  });

  test("who are shown alike are still two: a change between them is a change", () => {
    const index = itemsById(getTool(12));
    const [owner, more] = [index.get("t12-sheet-1-step-1-owner")!, index.get("t12-sheet-1-more")!];
    const row = (person: PersonRef) => [{ id: "r1", cells: { action: "Call", owner: personToken(person) } }];
    const byRole = () => "Team member";
    expect(viewChange(owner, personToken(AVERY), personToken(ROBIN), undefined, byRole)).toEqual({ kind: "value", before: "Team member", after: "Team member" });
    expect(viewChange(more, row(AVERY), row(ROBIN), undefined, byRole)).toMatchObject({ kind: "table", rows: [{ kind: "changed", cells: [{ label: "Owner on the team" }] }] });
  });
});

test("sheets that are added when they are needed make no tool a long one", () => {
  expect(listToolSteps(getTool(13))).toEqual([]);
});
