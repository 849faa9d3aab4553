import { getTool } from "@/tests/support/tools";
import type { Answer } from "@/lib/domain/answer/answers";
import type { Item } from "@/lib/domain/tool/definition";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { cellsWith } from "@/tests/support/table-cells";
import { expect, test } from "./support/test";
import { expectSaved, openTool } from "./support/tool-page";

/** Texts that a text box, or the parser of the page, does not give back as they are; with room for one more letter. */
const ODD = [
  "one\r\ntwo",
  "one\rtwo",
  "\r\nfirst",
  "\rfirst",
  "\nfirst",
  "\n\nfirst",
  "last\r\n",
  "last\n",
  "\r\n\r\r\n",
  "line\u2028break\u2029here",
  "\ufeffmark",
  "\ufffd",
  "</textarea><p>&amp;lt;",
  "  spaces  ",
  "a\u0001b\u001f",
  "x".repeat(200) + "\r\n".repeat(40),
];

let next = 0;
const odd = () => ODD[next++ % ODD.length] as string;

function oddAnswer(item: Item): Answer {
  if (item.kind === "text") return odd();
  if (item.kind === "choice" && item.otherOptionId) return { option: item.otherOptionId, other: odd() };
  if (item.kind !== "table") return exampleAnswer(item);
  const cells = () => cellsWith(item.columns, odd);
  return [{ id: "a", cells: cells() }, { id: "b", cells: cells() }, { id: "c", cells: cells() }, { id: "d", cells: cells() }];
}

for (const toolNumber of [1, 8, 6] as const) {
  test(`opening Tool ${toolNumber} with odd texts changes none of them`, async ({ app, lead, leadPage: page, team }) => {
    const items = toolItems(getTool(toolNumber));
    const answers = Object.fromEntries(items.map((item) => [item.id, oddAnswer(item)]));
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, answers);
    const saves = () => app.database.query<{ count: number }>("select count(*)::int as count from response_update where agency_id = $1", [team.agencyId]);
    const stored = async () =>
      (await app.database.query<{ item_id: string; value: string }>("select item_id, value::text from answer where agency_id = $1 order by item_id", [team.agencyId])).rows;
    const before = (await saves()).rows[0]?.count;
    const answersBefore = await stored();
    const posts: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/updates")) posts.push(request.url());
    });
    await openTool(page, team, toolNumber);
    await page.reload();
    await expectSaved(page);
    // One change of the person's own: what would have been sent on opening would be sent before it, or with it.
    const box = page.locator("main textarea").first();
    const shown = await box.inputValue();
    const sent = page.waitForResponse((response) => response.request().method() === "POST" && response.url().includes("/updates"));
    await box.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("!");
    await sent;
    await expectSaved(page);
    expect(posts).toHaveLength(1);
    expect((await saves()).rows[0]?.count).toBe((before ?? 0) + 1);
    const changed = (await stored()).filter(({ value }, index) => value !== answersBefore[index]?.value);
    expect(changed).toHaveLength(1);
    expect(await box.inputValue()).toBe(`${shown}!`);
  });
}

test("a text at its limit, with line breaks of two characters, opens unchanged too", async ({ app, lead, leadPage: page, team }) => {
  const item = toolItems(getTool(1)).find(({ kind }) => kind === "text")!.id;
  const long = "a few words\r\n".repeat(Math.floor(ANSWER_MAX_LENGTH / 13));
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 1 }, { [item]: long });
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/updates")) posts.push(request.url());
  });
  await openTool(page, team, 1);
  const other = page.locator("main textarea").nth(1);
  const sent = page.waitForResponse((response) => response.request().method() === "POST" && response.url().includes("/updates"));
  await other.fill("Mine.");
  await sent;
  await expectSaved(page);
  const { rows } = await app.database.query<{ item_id: string; value: Answer }>("select item_id, value from answer where agency_id = $1", [team.agencyId]);
  expect(rows.find(({ item_id }) => item_id === item)?.value).toBe(long);
  expect(posts).toHaveLength(1);
});

test("a page with words as long as answers may be is drawn without kerning, which takes seconds for each", async ({ app, lead, leadPage: page, team }) => {
  const texts = toolItems(getTool(8)).filter(({ kind }) => kind === "text").slice(0, 3);
  const word = "a".repeat(ANSWER_MAX_LENGTH);
  const target = { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 } as const;
  await saveAnswers(target, Object.fromEntries(texts.map(({ id }) => [id, word])));
  await openTool(page, team, 8);
  for (const { id } of texts) {
    await expect(page.locator(`#${id}`)).toHaveValue(word);
    await expect(page.locator(`#${id}`)).toHaveCSS("font-kerning", "none");
  }
});
