import { setTimeout as wait } from "node:timers/promises";
import { decodeUpdate } from "yjs";
import { getTool } from "@/tests/support/tools";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember, createTestTeam, type TestPerson } from "@/tests/support/e2e-database";
import { type AppKind, Killable } from "./killable";
import { addressFor, Network } from "./network";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const textIds = items.filter(({ kind }) => kind === "text").map(({ id }) => id);
/** Tool 8 takes this many writers with a text of their own in each team. */
const WRITERS_PER_TEAM = 5;

export type Kill = "app" | "database" | "backend";

export interface CrashOptions {
  readonly app: AppKind;
  readonly saves: number;
  /** What is killed, one after the other, spread over the saves. */
  readonly kills: readonly Kill[];
  readonly writers: number;
  /** PostgreSQL's settings; with `synchronous_commit` off acknowledged saves are lost. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
}

export interface CrashFigures {
  readonly acknowledged: number;
  readonly kills: Readonly<Record<Kill, number>>;
  /** Acknowledged saves that were not in the database right after a kill. */
  readonly lost: number;
  /** Changes that two entries of the log hold. */
  readonly appliedTwice: number;
  /** Texts that at the end are not exactly what was written, each word once and in order. */
  readonly wrongTexts: number;
  readonly requests: number;
  readonly logEntries: number;
}

/** Somebody who adds one numbered word after another to a text of their own, each as one save. */
class Writer {
  readonly store: ResponseStore;
  readonly #name: string;
  #written = "";
  acknowledged = "";
  count = 0;

  constructor(
    readonly teamId: string,
    readonly itemId: string,
    person: TestPerson,
    appUrl: string,
  ) {
    this.#name = person.userId.slice(0, 3);
    this.store = new ResponseStore({
      userId: person.userId,
      updatesUrl: addressFor(appUrl, teamId, TOOL, person.userId),
      items: items.map(toDocumentItem),
      answers: {},
      documentState: "",
      seq: 0,
      // Nobody else writes in this text, so there is nothing to ask for.
      timing: { quietMs: 60_000, maxWaitMs: 60_000, retryMinMs: 60_000, retryMaxMs: 60_000, timeoutMs: 5_000 },
    });
    this.store.setFed(true);
  }

  /** Writes one more word and tries to save it once. */
  async step(): Promise<void> {
    if (this.store.getSaveState().status === "saved") {
      this.#written += `${this.#name}${this.count.toString(36)} `;
      this.store.setText(this.itemId, this.#written);
    }
    await this.store.sendNow();
    if (this.store.getSaveState().status !== "saved") return;
    this.acknowledged = this.#written;
    this.count++;
  }

  get isDone(): boolean {
    return this.acknowledged === this.#written;
  }
}

/** Writers save while app and database are killed under them; counts what was lost and what was applied twice. */
export async function runCrashes(options: CrashOptions): Promise<CrashFigures> {
  const { app, saves, kills, say = () => undefined } = options;
  const killable = await Killable.start(app, options.settings);
  try {
    const writers = await prepareWriters(killable, options.writers);
    const network = new Network(killable.url, writers.map(({ person }) => person));
    const everybody = writers.map(({ writer }) => writer);
    network.open();
    try {
      const figures = { app: 0, database: 0, backend: 0 };
      const total = () => everybody.reduce((sum, { count }) => sum + count, 0);
      const state = { isOver: false };
      const working = everybody.map((writer) => work(writer, state));
      let lost = 0;
      for (const [index, kind] of kills.entries()) {
        const goal = Math.round((saves * (index + 1)) / (kills.length + 1));
        while (total() < goal) await wait(2);
        await killAndCheck(kind);
        figures[kind]++;
        if ((index + 1) % 10 === 0) say(`${index + 1} kills, ${total()} saves acknowledged, ${lost} lost`);
      }
      while (total() < saves) await wait(2);
      state.isOver = true;
      await Promise.all(working);
      return { acknowledged: total(), kills: figures, lost, ...(await inspect(killable, everybody)), requests: network.counts.requests };

      async function killAndCheck(kind: Kill): Promise<void> {
        if (kind === "backend") return killable.killBackend();
        await (kind === "app" ? killable.killApp() : killable.killDatabase());
        network.isCut = true;
        // From here on no answer is heard; what was acknowledged until now has to be there.
        const acknowledged = everybody.map((writer) => ({ writer, text: writer.acknowledged }));
        if (kind === "database") await killable.restartDatabase();
        for (const { writer, text } of acknowledged) lost += await countLost(killable, writer, text);
        if (kind === "app") await killable.startApp();
        network.isCut = false;
      }
    } finally {
      network.close();
    }
  } finally {
    await killable.stop();
  }
}

async function work(writer: Writer, state: { isOver: boolean }): Promise<void> {
  while (!state.isOver || !writer.isDone) {
    await writer.step();
    // Nothing arrived: the next try a moment later, as the app's own clients do.
    if (!writer.isDone) await wait(20);
  }
}

async function prepareWriters(killable: Killable, count: number): Promise<{ person: TestPerson; writer: Writer }[]> {
  const access = { database: killable.pool, secret: killable.secret };
  const writers = [];
  for (let index = 0, team = await createTestTeam(access); index < count; index++) {
    if (index > 0 && index % WRITERS_PER_TEAM === 0) team = await createTestTeam(access);
    const person = await createMember(access, team, "member");
    const itemId = textIds[index % WRITERS_PER_TEAM] as string;
    writers.push({ person, writer: new Writer(team.teamId, itemId, person, killable.url) });
  }
  // Also where commits are not durable: only saves are to be lost.
  await killable.query("checkpoint");
  return writers;
}

async function readText(killable: Killable, { teamId, itemId }: Writer): Promise<string> {
  const [row] = await killable.query<{ value: string }>(
    `select a.value #>> '{}' as value from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id
     where r.team_id = $1 and r.tool_id = 'tool-' || $2::int and a.item_id = $3`,
    [teamId, TOOL, itemId],
  );
  return row?.value ?? "";
}

const wordsOf = (text: string) => text.split(" ").filter(Boolean);

async function countLost(killable: Killable, writer: Writer, acknowledged: string): Promise<number> {
  // The app trims what it stores for reading.
  const stored = new Set(wordsOf(await readText(killable, writer)));
  return wordsOf(acknowledged).filter((word) => !stored.has(word)).length;
}

async function inspect(killable: Killable, writers: readonly Writer[]) {
  let wrongTexts = 0;
  for (const writer of writers) {
    if (wordsOf(await readText(killable, writer)).join(" ") !== wordsOf(writer.acknowledged).join(" ")) wrongTexts++;
  }
  const log = await killable.query<{ response: string; update: Buffer }>(
    "select response_id as response, update from response_update order by response_id, seq",
  );
  return { wrongTexts, appliedTwice: countRepeated(log), logEntries: log.length };
}

/** Yjs numbers each writer's changes: a number that comes twice in a response's log was applied twice. */
export function countRepeated(log: readonly { readonly response: string; readonly update: Uint8Array }[]): number {
  const seen = new Map<string, number>();
  let repeated = 0;
  for (const { response, update } of log) {
    for (const struct of decodeUpdate(new Uint8Array(update)).structs) {
      const key = `${response} ${struct.id.client}`;
      const next = seen.get(key) ?? 0;
      if (struct.id.clock < next) repeated++;
      seen.set(key, Math.max(next, struct.id.clock + struct.length));
    }
  }
  return repeated;
}
