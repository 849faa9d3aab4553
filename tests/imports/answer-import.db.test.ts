import { beforeAll, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/teams/[teamId]/import/route";
import { FILES_PER_PERSON } from "@/app/api/teams/[teamId]/import/team-import";
import { keyOf, refTo, TOOLS } from "@/tests/support/tools";
import { countAttempt } from "@/lib/platform/rates/throttle";
import { findImport } from "@/lib/imports/answer-import";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { listToolHistory } from "@/lib/history/history-timeline";
import { listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { env } from "@/lib/platform/env";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import type { Answer } from "@/lib/domain/answer/answers";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { cellsWith } from "@/tests/support/table-cells";
import { nameInAnswer } from "@/lib/domain/item/people-in-answers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { renderJson } from "@/lib/exports/json/render-json";
import type { WorkbookFile } from "@/lib/exports/json/workbook-schema";
import { query } from "../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";

const OWNER = () => process.env.DATABASE_OWNER_URL as string;

const ODD_TEXTS = [
  "Nguyễn, Łódź, Ærø, naïve, İstanbul",
  "Здравствуйте, Καλημέρα, שלום, مرحبا بكم",
  "नमस्ते, 你好，世界, こんにちは, 안녕하세요",
  "👩🏽‍🚒🏳️‍🌈 and \u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
  "\u0001\u0007\u001b[31m \u202ereversed\u202c \u200bzero\ufeff \u2028line",
  "=HYPERLINK(\"x\") <script>alert(1)</script> #set page() {{x}} \\input{x} \"quoted\" \\ /",
  "  spaces before and after  \n\n\ttab\r\nline  ",
  "x".repeat(ANSWER_MAX_LENGTH),
];

/** Every item answered, the texts in turn with something that a file may get wrong. */
function oddAnswer(item: Item, index: number): Answer {
  if (item.kind === "text") return index % 3 === 0 ? (ODD_TEXTS[(index / 3) % ODD_TEXTS.length] as string) : `Answer to ${item.id}`;
  if (item.kind === "rating") return index % 4 === 0 ? "dk-unknown" : exampleAnswer(item);
  if (item.kind !== "table") return exampleAnswer(item);
  const cells = (row: number) => cellsWith(item.columns, () => ODD_TEXTS[row % 7] as string);
  const blank = { id: "a-blank-row", cells: {} };
  return [{ id: "first", cells: cells(0) }, blank, { id: "__proto__", cells: cells(1) }, { id: "ünïcode", cells: cells(2) }];
}

/** Nobody of one agency is on a team of another: people in a file are left out (tests/people/person-answers.db.test.ts). */
function itemsBroughtIn(tool: ToolDefinition): Item[] {
  return toolItems(tool).filter(({ kind }) => kind !== "person");
}

async function fill(fixture: AgencyFixture, answerOf: (item: Item, index: number) => Answer = exampleAnswer): Promise<void> {
  const context = await teamContext(fixture.admin, fixture.teamId);
  for (const tool of TOOLS) {
    const answers = Object.fromEntries(itemsBroughtIn(tool).map((item, index) => [item.id, nameInAnswer(item, answerOf(item, index), () => "")]));
    if (Object.keys(answers).length === 0) continue;
    expect(await updateAnswersAsServer(context, refTo(tool.number), answers)).toMatchObject({ ok: true });
  }
}

async function download({ admin, teamId }: AgencyFixture, more = {}): Promise<{ bytes: Buffer; file: WorkbookFile }> {
  const context = await teamContext(admin, teamId);
  const { bytes } = await renderJson(await loadExportDocument(context, { ...DEFAULT_EXPORT, format: "json", ...more }));
  return { bytes, file: JSON.parse(bytes.toString("utf8")) as WorkbookFile };
}

interface Sent {
  readonly intent: string;
  readonly file?: Uint8Array | string;
  readonly complete?: string;
}

async function send({ teamId }: Pick<AgencyFixture, "teamId">, person: Person, { intent, file, complete }: Sent): Promise<Response> {
  const form = new FormData();
  form.set("intent", intent);
  if (file !== undefined) form.set("file", new Blob([file as BlobPart]), "workbook.json");
  if (complete) form.set("complete", complete);
  const request = new Request(`http://localhost:3000/api/teams/${teamId}/import`, {
    method: "POST",
    body: form,
    headers: { cookie: await signInCookie(person), origin: env().APP_URL },
  });
  return POST(request, { params: Promise.resolve({ teamId }) });
}

/** Sends the file to be checked, and gives what was found in it. */
async function check(fixture: AgencyFixture, file: Uint8Array | string) {
  const answer = await send(fixture, fixture.admin, { intent: "check", file });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/teams/${fixture.teamId}/import`]);
  return findImport(await teamContext(fixture.admin, fixture.teamId));
}

async function bringIn(fixture: AgencyFixture, complete?: string): Promise<void> {
  const answer = await send(fixture, fixture.admin, { intent: "import", ...(complete && { complete }) });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/teams/${fixture.teamId}/import`]);
}

/** Without what can't stay the same: who answered, and when. */
const answersOf = (file: WorkbookFile) =>
  file.tools.map(({ number, version, progress, answers }) => ({
    number,
    version,
    progress,
    answers: Object.fromEntries(Object.entries(answers).map(([id, { kind, question, value, text }]) => [id, { kind, question, value, text }])),
  }));

/** What is read of it with every line break as "\n": the one thing that a file brought in changes. */
const withPlainLineBreaks = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, inner: unknown) => (typeof inner === "string" ? inner.replace(/\r\n?/g, "\n") : inner)) as T;
const readinessOf = ({ readiness }: WorkbookFile) =>
  JSON.parse(JSON.stringify(readiness), (key, value: unknown) => (key === "lastAnswered" ? undefined : value)) as unknown;

describe("a file brought into another agency's empty team", () => {
  let from: AgencyFixture;
  let original: { bytes: Buffer; file: WorkbookFile };

  beforeAll(async () => {
    from = await createAgencyFixture("Riverbend Fire");
    await fill(from, oddAnswer);
    await completeTool(await teamContext(from.admin, from.teamId), refTo(3));
    original = await download(from, { hasHistory: true });
  });

  test("gives the same file again: every value, every text, and the readiness report", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    const found = await check(to, original.bytes);
    expect(found).toMatchObject({ state: "ready", problems: [], leftOut: [], source: { agency: "Riverbend Fire" } });
    await bringIn(to);
    const again = (await download(to)).file;
    expect(JSON.stringify(answersOf(original.file))).toContain("tab\\r\\nline");
    expect(answersOf(again)).toEqual(withPlainLineBreaks(answersOf(original.file)));
    expect(readinessOf(again)).toEqual(readinessOf(original.file));
    expect(answersOf(again).reduce((sum, { answers }) => sum + Object.keys(answers).length, 0)).toBe(TOOLS.flatMap(itemsBroughtIn).length);
  });

  test("is recorded as the work of whoever brought it in, in the history and the log, and tools stay open", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    await check(to, original.bytes);
    await bringIn(to);
    const context = await teamContext(to.admin, to.teamId);
    const history = await listToolHistory(context, refTo(1), { before: "", limit: 500 });
    expect(history?.entries.length).toBe(toolItems(TOOLS[0] as ToolDefinition).length);
    expect(new Set(history?.entries.map(({ by }) => by.personId))).toEqual(new Set([to.admin.userId]));
    expect((await listTeamProgress(context)).every(({ status }) => status !== "complete")).toBe(true);
    const [event] = await query<{ outcome: string; target: Record<string, unknown> }>(
      OWNER(),
      `select outcome, target from audit_event where agency_id = '${to.agencyId}' and action = 'import:team'`,
    );
    expect(event).toMatchObject({ outcome: "done", target: { teamId: to.teamId, answers: TOOLS.flatMap(itemsBroughtIn).length } });
  });

  test("marks complete what was complete, only when asked", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    await check(to, original.bytes);
    await bringIn(to, "1");
    const context = await teamContext(to.admin, to.teamId);
    expect((await listTeamProgress(context)).filter(({ status }) => status === "complete").map(({ toolRef }) => toolRef)).toEqual([refTo(3)]);
    expect((await listToolHistory(context, refTo(3), { before: "", limit: 5 }))?.entries[0]).toMatchObject({ kind: "status", status: "completed" });
    const logged = await query<{ target: unknown }>(
      OWNER(),
      `select target from audit_event where agency_id = '${to.agencyId}' and action = 'response:complete'`,
    );
    expect(logged.map(({ target }) => target)).toEqual([{ teamId: to.teamId, tool: keyOf(3) }]);
  });

  test("comes in once, however often the button is pressed", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    await check(to, original.bytes);
    await Promise.all([bringIn(to), bringIn(to), bringIn(to)]);
    expect(await findImport(await teamContext(to.admin, to.teamId))).toMatchObject({ state: "done" });
    const events = await query(OWNER(), `select outcome from audit_event where agency_id = '${to.agencyId}' and action = 'import:team'`);
    expect(events).toEqual([{ outcome: "done" }]);
  });

  test("comes in whole or not at all: an answer that can't be written takes the others back", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    await check(to, original.bytes);
    const id = to.agencyId.replaceAll("-", "");
    await query(OWNER(), `create function fail_${id}() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`);
    await query(
      OWNER(),
      `create trigger fail_import before insert on answer for each row when (new.agency_id = '${to.agencyId}' and new.item_id like 't9-%') execute function fail_${id}()`,
    );
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const answer = await send(to, to.admin, { intent: "import" });
    expect(answer.headers.get("location")).toBe(`/teams/${to.teamId}/import?hitch=failed`);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(await query(OWNER(), `select from answer where agency_id = '${to.agencyId}'`)).toHaveLength(0);
    expect(await query(OWNER(), `select from response_update where agency_id = '${to.agencyId}'`)).toHaveLength(0);
    await query(OWNER(), `drop trigger fail_import on answer`);
    // The file is still there: pressing the button again brings it in.
    await bringIn(to);
    expect(answersOf((await download(to)).file)).toEqual(withPlainLineBreaks(answersOf(original.file)));
  });

  test("is taken by an empty team only, also when somebody answers between looking and bringing in", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    expect(await check(from, original.bytes)).toBeNull();
    await check(to, original.bytes);
    const item = toolItems(TOOLS[0] as ToolDefinition)[0] as Item;
    const lead = await addToTeam(to, "lead");
    await updateAnswersAsServer(await teamContext(lead, to.teamId), refTo(1), { [item.id]: exampleAnswer(item) });
    await bringIn(to);
    const context = await teamContext(to.admin, to.teamId);
    expect(await findImport(context)).toMatchObject({ state: "refused", problems: [expect.stringMatching(/already has answers/)] });
    expect(await query(OWNER(), `select from answer where agency_id = '${to.agencyId}'`)).toHaveLength(1);
  });

  test("can be let go, and is nobody else's to see", async () => {
    const to = await createAgencyFixture("Lakeside Police");
    await check(to, original.bytes);
    const lead = await addToTeam(to, "lead");
    expect(await findImport(await teamContext(lead, to.teamId))).toBeNull();
    await send(to, to.admin, { intent: "discard" });
    expect(await findImport(await teamContext(to.admin, to.teamId))).toBeNull();
    expect(await query(OWNER(), `select from answer_import where agency_id = '${to.agencyId}'`)).toHaveLength(0);
  });
});

test("a table at its longest comes in as one change", async () => {
  const from = await createAgencyFixture();
  const item = TOOLS.flatMap(toolItems).find(({ kind }) => kind === "table") as Extract<Item, { kind: "table" }>;
  const tool = TOOLS.find((each) => toolItems(each).some(({ id }) => id === item.id)) as ToolDefinition;
  const rows = Array.from({ length: TABLE_MAX_ROWS }, (_, row) => ({
    id: `row-${row}`,
    cells: cellsWith(item.columns, () => `Row ${row} ${"é".repeat(300)}`),
  }));
  expect(await updateAnswersAsServer(await teamContext(from.admin, from.teamId), refTo(tool.number), { [item.id]: rows })).toMatchObject({ ok: true });
  const to = await createAgencyFixture();
  await check(to, (await download(from)).bytes);
  await bringIn(to);
  const value = (await download(to)).file.tools.find(({ number }) => number === tool.number)?.answers[item.id]?.value;
  expect(value).toEqual(rows);
});

test("a file of a hundred megabytes is refused before it is read to its end", async () => {
  const to = await createAgencyFixture();
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= 100) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
    },
  });
  const init = {
    method: "POST",
    body,
    duplex: "half",
    headers: { cookie: await signInCookie(to.admin), origin: env().APP_URL, "content-type": "multipart/form-data; boundary=x" },
  };
  await POST(new Request(`http://localhost:3000/api/teams/${to.teamId}/import`, init), { params: Promise.resolve({ teamId: to.teamId }) });
  const found = await findImport(await teamContext(to.admin, to.teamId));
  expect(found).toMatchObject({ state: "refused", problems: [expect.stringMatching(/larger than 32 MB/)] });
  expect(sent).toBeLessThan(40);
});

test.each([
  ["is no JSON", "hello"],
  ["is another JSON", "{}"],
  ["has no answers", JSON.stringify({ format: "ps-cope-workbook", version: 1, tools: [] })],
])("a file that %s is refused in words, and nothing of it is kept", async (_name, file) => {
  const to = await createAgencyFixture();
  const found = await check(to, file);
  expect(found).toMatchObject({ state: "refused", problems: [expect.stringMatching(/\w+\.$/)] });
  expect(await query(OWNER(), `select content from answer_import where agency_id = '${to.agencyId}'`)).toEqual([{ content: null }]);
});

test("one person's files pause after thirty in an hour", async () => {
  const to = await createAgencyFixture();
  for (let sent = 0; sent < 30; sent += 1) await countAttempt(FILES_PER_PERSON, to.admin.userId);
  expect((await send(to, to.admin, { intent: "check", file: "{}" })).headers.get("location")).toMatch(/hitch=wait$/);
});

test("a form of another site, or by someone who may not, changes nothing", async () => {
  const to = await createAgencyFixture();
  const member = await addToTeam(to, "member");
  expect((await send(to, member, { intent: "check", file: "{}" })).status).toBe(403);
  const foreign = new Request(`http://localhost:3000/api/teams/${to.teamId}/import`, {
    method: "POST",
    body: new FormData(),
    headers: { cookie: await signInCookie(to.admin), origin: "https://elsewhere.example" },
  });
  expect((await POST(foreign, { params: Promise.resolve({ teamId: to.teamId }) })).status).toBe(403);
});

test("someone whose session ended is led to sign in and back", async () => {
  const to = await createAgencyFixture();
  const request = new Request(`http://localhost:3000/api/teams/${to.teamId}/import`, {
    method: "POST",
    body: new FormData(),
    headers: { origin: env().APP_URL, accept: "text/html,*/*" },
  });
  const answer = await POST(request, { params: Promise.resolve({ teamId: to.teamId }) });
  expect(answer.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(`/teams/${to.teamId}/import`)}`);
});
