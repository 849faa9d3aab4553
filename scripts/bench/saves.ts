import http from "node:http";
import { type Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { SEQ_HEADER } from "@/lib/sync/protocol";
import { updatesUrl } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam, type TestPerson } from "@/tests/support/e2e-database";
import { getTool, TOOL_NUMBERS, type ToolNumber } from "@/tests/support/tools";
import { cookieHeader, type Bench } from "./bench-team";
import { percentile, row, type Row } from "./table";

const WRITERS = 50;
const SECONDS = 10;
/** One writer who never pauses comes near what a person may save in a minute (lib/platform/rates/rates.ts). */
const SECONDS_ALONE = 5;
const WARM_UP_MS = 2_000;
/** Within which a save is to be acknowledged, at p95. */
export const SAVE_TARGET_MS = 150;

export interface Writer {
  readonly address: string;
  readonly person: TestPerson;
  /** The next small change, as a browser sends it. */
  readonly nextUpdate: () => Uint8Array<ArrayBuffer>;
}

/** Durable saves per second with 50 people who each save again as soon as the last save was acknowledged. */
export async function measureSaves(bench: Bench): Promise<Row[]> {
  const alone = await write((await writersApart(bench)).slice(0, 1), bench, SECONDS_ALONE);
  const apart = await write(await writersApart(bench), bench);
  const together = await write(await writersTogether(bench), bench);
  return [
    row("Saves, 1 writer", alone.perSecond, "/s"),
    row("  acknowledged within, p50", alone.p50, "ms"),
    row("  acknowledged within, p95", alone.p95, "ms"),
    row("Saves, 50 writers, teams and tools of their own", apart.perSecond, "/s", { least: 300 }),
    row("  acknowledged within, p50", apart.p50, "ms"),
    row("  acknowledged within, p95", apart.p95, "ms", { most: SAVE_TARGET_MS }),
    row("Saves, 50 writers in the same tool of one team", together.perSecond, "/s"),
    row("  acknowledged within, p50", together.p50, "ms"),
    row("  acknowledged within, p95", together.p95, "ms"),
  ];
}

async function writersApart({ app, access }: Bench): Promise<Writer[]> {
  return Promise.all(
    Array.from({ length: WRITERS }, async (_, index) => {
      const team = await createTestTeam(access, "Bench");
      const person = await createMember(access, team, "member");
      const toolNumber = TOOL_NUMBERS[index % TOOL_NUMBERS.length] ?? 1;
      return buildWriter(app.url, person, team.teamId, toolNumber);
    }),
  );
}

async function writersTogether({ app, access }: Bench): Promise<Writer[]> {
  const team = await createTestTeam(access, "Bench");
  return Promise.all(
    Array.from({ length: WRITERS }, async () =>
      buildWriter(app.url, await createMember(access, team, "member"), team.teamId, 9),
    ),
  );
}

/** Somebody who changes one small thing after another. */
export function buildWriter(appUrl: string, person: TestPerson, teamId: string, toolNumber: ToolNumber): Writer {
  const items = toolItems(getTool(toolNumber));
  const doc: Doc = createDocument(items.map(toDocumentItem));
  let count = 0;
  const nextUpdate = () => {
    const item = items[count % items.length];
    if (!item) throw new Error(`Tool ${toolNumber} has no items`);
    const before = encodeStateVector(doc);
    count += 1;
    writeAnswer(doc, toDocumentItem(item), (item.kind === "text" ? `Words number ${count}` : exampleAnswer(item)) as never);
    return new Uint8Array(encodeStateAsUpdate(doc, before));
  };
  return { address: updatesUrl({ appUrl, teamId, toolNumber }), person, nextUpdate };
}

interface Saved {
  /** When it was sent, and when its acknowledgement was there. */
  readonly began: number;
  readonly done: number;
  readonly seq: number;
}

/**
 * The writers share the two cores with the app and PostgreSQL, so what a request costs here counts as the app's: `fetch`
 * took 0.6 ms of processor time a save, node:http takes 0.3.
 */
const connections = new http.Agent({ keepAlive: true });

/** Saves the writer's next change. */
export function postOnce({ address, person, nextUpdate }: Writer, origin: string): Promise<Saved> {
  const body = nextUpdate();
  const headers = {
    "Content-Type": "application/octet-stream",
    "Content-Length": body.byteLength,
    Origin: origin,
    Cookie: cookieHeader(person),
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(address, { method: "POST", agent: connections, headers }, (response) => {
      const words: Buffer[] = [];
      response.on("data", (chunk: Buffer) => words.push(chunk)).on("error", reject).on("end", () => {
        if (response.statusCode !== 204) reject(new Error(`A save answered ${response.statusCode}: ${Buffer.concat(words).toString()}`));
        else resolve({ began, done: performance.now(), seq: Number(response.headers[SEQ_HEADER]) });
      });
    });
    request.on("error", reject).end(body);
  });
}

async function write(writers: readonly Writer[], { app }: Bench, seconds = SECONDS): Promise<{ perSecond: number; p50: number; p95: number }> {
  const times: number[] = [];
  const countFrom = performance.now() + WARM_UP_MS;
  const end = countFrom + seconds * 1000;
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() < end) {
        const { began, done } = await postOnce(writer, app.url);
        if (began >= countFrom && done <= end) times.push(done - began);
      }
    }),
  );
  return { perSecond: times.length / seconds, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
