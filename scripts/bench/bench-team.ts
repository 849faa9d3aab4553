import { encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { Answers, TableRow } from "@/lib/domain/answer/answers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { type TableItem } from "@/lib/domain/tool/definition";
import { itemsById, toolItems } from "@/lib/domain/tool/items";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { exampleAnswers, postUpdate, saveAnswers } from "@/tests/support/e2e-answers";
import type { RunningApp } from "@/tests/support/e2e-app";
import { type AppAccess, createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { getTool, TOOL_NUMBERS, type ToolNumber } from "@/tests/support/tools";

export interface Bench {
  readonly app: RunningApp;
  readonly access: AppAccess;
  readonly team: TestTeam;
  readonly lead: TestPerson;
}

/** A team whose thirteen tools are all filled in, with its signed-in lead. */
export async function prepareTeam(app: RunningApp, access: AppAccess): Promise<Bench> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  for (const toolNumber of TOOL_NUMBERS) {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, exampleAnswers(toolNumber));
  }
  return { app, access, team, lead };
}

/** Saves answers of one tool again and again, as one open page does; each time what changed is kept as an entry of its own. */
export function openWriter({ app, access, team, lead }: Bench, toolNumber: ToolNumber): (answers: Answers) => Promise<void> {
  const items = itemsById(getTool(toolNumber));
  const doc = createDocument([...items.values()].map(toDocumentItem));
  return async (answers) => {
    const before = encodeStateVector(doc);
    doc.transact(() => {
      for (const [itemId, answer] of Object.entries(answers)) writeAnswer(doc, toDocumentItem(items.get(itemId)!), answer as never);
    });
    const saved = await postUpdate({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, new Uint8Array(encodeStateAsUpdate(doc, before)));
    if (!saved.ok) throw new Error(`Saving Tool ${toolNumber} answered ${saved.status}: ${await saved.text()}`);
    await access.database.query("update answer_revision set stands_apart = true where agency_id = $1", [team.agencyId]);
  };
}

/** A change may be no larger than UPDATE_MAX_BYTES. */
const ROWS_AT_ONCE = 100;

/** Another team, every text of whose tools is as long as it may be, and whose tables have so many rows. */
export async function fillToTheLimit({ app, access }: Bench, { rows = 1 } = {}): Promise<Bench> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  const text = "The team met its partners and wrote down what each can offer. ".repeat(400).slice(0, ANSWER_MAX_LENGTH);
  for (const toolNumber of TOOL_NUMBERS) {
    const target = { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber };
    for (const item of toolItems(getTool(toolNumber))) {
      if (item.kind !== "table") await saveAnswers(target, { [item.id]: item.kind === "text" ? text : exampleAnswer(item) });
      else for (const part of rowsOf(item, rows)) await saveAnswers(target, { [item.id]: part });
    }
  }
  return { app, access, team, lead };
}

/** The example's first row again and again, in parts that fit into one change. */
function rowsOf(item: TableItem, count: number): TableRow[][] {
  const [row] = exampleAnswer(item) as readonly TableRow[];
  if (!row) throw new Error(`${item.id} has no example`);
  const rows = Array.from({ length: count }, (_, index) => ({ ...row, id: `row-${index}` }));
  return Array.from({ length: Math.ceil(count / ROWS_AT_ONCE) }, (_, part) => rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE));
}

export function cookieHeader({ cookie }: TestPerson): string {
  return `${cookie.name}=${cookie.value}`;
}
