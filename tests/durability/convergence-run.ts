import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { applyUpdate } from "yjs";
import { getTool, type ToolNumber } from "@/tests/support/tools";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { checkAnswers } from "@/lib/responses/check-answers";
import { exportHref } from "@/lib/exports/document/export-options";
import type { Answers } from "@/lib/domain/answer/answers";
import type { Item } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { countRepeated } from "./crash-run";
import { HostileEditor, type HostileFigures } from "./hostile-editor";
import { type AppKind, Killable } from "./killable";
import { addressFor, Network } from "./network";
import { editAtRandom, randomOf, type Random } from "./random-edits";

/** Between them they have every kind of item. */
const TOOLS: readonly ToolNumber[] = [2, 8, 9, 12];
const EDITORS = 6;
const FAULTS = { lost: 0.03, unanswered: 0.05, doubled: 0.05, delayMs: 15 };
const SETTLES_WITHIN_MS = 120_000;

export interface ConvergenceOptions {
  readonly app: AppKind;
  readonly seed: number;
  readonly operations: number;
  /** Also compares the text of Tool 8's PDF, which the route handlers alone can't make. */
  readonly withPdf?: boolean;
}

export interface ConvergenceFigures {
  readonly operations: number;
  readonly requests: number;
  readonly lost: number;
  readonly unanswered: number;
  readonly doubled: number;
  readonly logEntries: number;
  readonly answers: number;
  /** Which copies differ from the stored document; empty when all are the same. */
  readonly differences: readonly string[];
  readonly appliedTwice: number;
  readonly hostile: HostileFigures;
}

interface Screen {
  readonly userId: string;
  readonly toolNumber: ToolNumber;
  readonly items: readonly Item[];
  /** Who can be named in an answer. */
  readonly personIds: readonly string[];
  readonly store: ResponseStore;
}

/** People edit four tools at once over a network that loses, doubles and delays, and go offline now and then, beside a hostile editor. */
export async function runConvergence({ app, seed, operations, withPdf = false }: ConvergenceOptions): Promise<ConvergenceFigures> {
  const killable = await Killable.start(app);
  try {
    const access = { database: killable.pool, secret: killable.secret };
    const team = await createTestTeam(access);
    const people = await Promise.all(Array.from({ length: EDITORS }, () => createMember(access, team, "member")));
    const random = randomOf(seed);
    const hostile = new HostileEditor(killable, team, await createMember(access, team, "member"), randomOf(seed + 1));
    const network = new Network(killable.url, people, FAULTS, random);
    const screens = people.flatMap((person) => TOOLS.map((toolNumber) => openScreen({ appUrl: killable.url, team, people }, person, toolNumber)));
    network.open();
    try {
      const rowIds = await edit(screens, people, network, random, operations, hostile);
      network.offline.clear();
      await settle(screens);
      const { requests, lost, unanswered, doubled } = network.counts;
      return { operations, requests, lost, unanswered, doubled, hostile: hostile.figures, ...(await compare(killable, team, screens, rowIds, withPdf ? people[0] : undefined)) };
    } finally {
      network.close();
    }
  } finally {
    await killable.stop();
  }
}

interface Place {
  readonly appUrl: string;
  readonly team: TestTeam;
  readonly people: readonly TestPerson[];
}

function openScreen({ appUrl, team, people }: Place, { userId }: TestPerson, toolNumber: ToolNumber): Screen {
  const items = toolItems(getTool(toolNumber));
  const store = new ResponseStore({
    userId,
    updatesUrl: addressFor(appUrl, team.teamId, toolNumber, userId),
    items: items.map(toDocumentItem),
    answers: {},
    documentState: "",
    seq: 0,
    timing: { quietMs: 5, maxWaitMs: 20, retryMinMs: 10, retryMaxMs: 60, timeoutMs: 10_000 },
  });
  return { userId, toolNumber, items, personIds: people.map((person) => person.userId), store };
}

/** @returns the ids of all rows that were ever added. */
async function edit(
  screens: readonly Screen[],
  people: readonly TestPerson[],
  network: Network,
  random: Random,
  operations: number,
  hostile: HostileEditor,
): Promise<Set<string>> {
  const rowIds = new Set<string>();
  const strikes: Promise<void>[] = [];
  for (let operation = 0; operation < operations; operation++) {
    const screen = random.pick(screens);
    editAtRandom(screen, random, rowIds);
    if (random() < 0.02) {
      const { userId } = random.pick(people);
      if (!network.offline.delete(userId)) network.offline.add(userId);
    }
    if (random() < 0.05) void random.pick(screens).store.pull();
    if (random() < 0.25) await wait(1);
    if (operation % 20 === 0) strikes.push(hostile.strike(random.pick(TOOLS)));
  }
  await Promise.all(strikes);
  return rowIds;
}

/** Everybody is online: until everything is saved and everyone has what the others saved. */
async function settle(screens: readonly Screen[]): Promise<void> {
  const deadline = Date.now() + SETTLES_WITHIN_MS;
  const isSaved = ({ store }: Screen) => store.getSaveState().status === "saved";
  while (!screens.every(isSaved)) {
    if (Date.now() > deadline) throw new Error(`Not saved: ${JSON.stringify(screens.map(({ store }) => store.getSaveState()))}`);
    await Promise.all(screens.map(({ store }) => store.sendNow()));
    await wait(5);
  }
  const newest = new Map<ToolNumber, number>();
  const isBehind = ({ toolNumber, store }: Screen) => store.seq < (newest.get(toolNumber) ?? 0);
  do {
    if (Date.now() > deadline) throw new Error("Some screens never caught up");
    await Promise.all(screens.map(({ store }) => store.pull()));
    for (const { toolNumber, store } of screens) newest.set(toolNumber, Math.max(store.seq, newest.get(toolNumber) ?? 0));
  } while (screens.some(isBehind));
}

async function compare(killable: Killable, team: TestTeam, screens: readonly Screen[], rowIds: ReadonlySet<string>, reader?: TestPerson) {
  const differences: string[] = [];
  let answers = 0;
  const log = await killable.query<{ response: string; tool: number; seq: number; update: Buffer }>(
    `select u.response_id as response, substr(r.tool_id, 6)::int as tool, u.seq::int as seq, u.update from response_update u
     join response r on r.agency_id = u.agency_id and r.id = u.response_id where r.team_id = $1 order by 1, u.seq`,
    [team.teamId],
  );
  const foundRows = new Set<string>();
  for (const toolNumber of TOOLS) {
    const items = toolItems(getTool(toolNumber));
    const doc = createDocument(items.map(toDocumentItem));
    const entries = log.filter(({ tool }) => tool === toolNumber);
    for (const { update } of entries) applyUpdate(doc, new Uint8Array(update));
    if (entries.some(({ seq }, index) => seq !== index + 1)) differences.push(`Tool ${toolNumber}: the log has gaps`);
    const inLog = readAnswers(doc, items.map(toDocumentItem));
    for (const table of items.filter(({ kind }) => kind === "table")) for (const id of doc.getMap(table.id).keys()) foundRows.add(id);

    for (const screen of screens.filter((one) => one.toolNumber === toolNumber)) {
      const onScreen = Object.fromEntries(items.flatMap(({ id }) => [[id, screen.store.getAnswer(id)]]).filter(([, answer]) => answer !== null));
      if (!isDeepStrictEqual(onScreen, inLog)) differences.push(`Tool ${toolNumber}: the screen of ${screen.userId}`);
    }
    const rows = await killable.query<{ id: string; value: unknown }>(
      `select a.item_id as id, a.value from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id
       where r.team_id = $1 and r.tool_id = 'tool-' || $2::int and a.value is not null`,
      [team.teamId, toolNumber],
    );
    const stored = Object.fromEntries(rows.map(({ id, value }) => [id, value]));
    const expected = Object.fromEntries(checkAnswers(doc, items).filter(({ answer }) => answer !== null).map(({ item, answer }) => [item.id, answer]));
    answers += rows.length;
    if (!isDeepStrictEqual(stored, JSON.parse(JSON.stringify(expected)))) differences.push(`Tool ${toolNumber}: the answers`);
    if (reader && toolNumber === 8) differences.push(...(await comparePdf(killable, team, items, expected as Answers, reader)));
  }
  for (const id of rowIds) if (!foundRows.has(id)) differences.push(`the row ${id}`);
  return { differences, answers, logEntries: log.length, appliedTwice: countRepeated(log) };
}

async function comparePdf(killable: Killable, team: TestTeam, items: readonly Item[], answers: Answers, { cookie }: TestPerson): Promise<string[]> {
  const response = await killable.ask(exportHref(team.teamId, { content: "tools", tools: ["8"] }), { Cookie: `${cookie.name}=${cookie.value}` });
  const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return items
    .filter(({ id, kind }) => kind === "text" && !text.includes(squash(String(answers[id] ?? ""))))
    .map(({ id }) => `the PDF lacks ${id}`);
}
