import { exportHref, type ExportFormat, type ExportOptions } from "@/lib/export/export-options";
import { TABLE_MAX_ROWS } from "@/lib/tools/limits";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { type Bench, cookieHeader, fillToTheLimit } from "./bench-team";
import { watchChildMemory } from "./process-memory";
import { buildWriter, postOnce, type Writer } from "./saves";
import { percentile, row, type Row } from "./table";

const ONE_BY_ONE = 10;
const AT_ONCE = 20;
const WRITERS = 5;
const PDF_TARGET_MS = 3_000;
const FORMATS: readonly ExportFormat[] = ["docx", "xlsx", "csv", "json"];

interface Made {
  /** Milliseconds to the last byte. */
  readonly times: readonly number[];
  readonly bytes: number;
  /** What the workers took at most, together; null where the system does not tell. */
  readonly peak: number | null;
}

/** The whole toolkit in each format, at usual and at full size, one at a time and twenty at once; and what saving notices of it. */
export async function measureExports(bench: Bench): Promise<Row[]> {
  const pdf = await makeOneByOne(bench, {}, ONE_BY_ONE);
  const others = [];
  for (const format of FORMATS) others.push(...describe(`Whole toolkit as ${format}`, await makeOneByOne(bench, { format }, 5)));
  const atOnce = await makeAtOnce(bench);
  const { alone, during } = await measureSavesMeanwhile(bench);
  const full = await fillToTheLimit(bench);
  const largest = await fillToTheLimit(bench, { rows: TABLE_MAX_ROWS });
  return [
    row("Whole toolkit as PDF, p50", percentile(pdf.times, 0.5), "ms"),
    row("  p95", percentile(pdf.times, 0.95), "ms", { most: PDF_TARGET_MS }),
    ...describeSize(pdf),
    ...others,
    ...describe("The same as PDF, every text at its limit", await makeOneByOne(full, {}, 3)),
    ...describe(`… and ${TABLE_MAX_ROWS} rows in every table, as PDF`, await makeOneByOne(largest, {}, 3)),
    ...describe("… that as docx", await makeOneByOne(largest, { format: "docx" }, 1)),
    ...describe(`${AT_ONCE} people ask for the PDF at once`, atOnce),
    ...describe(`${AT_ONCE} people ask for that with every text at its limit`, await makeAtOnce(full)),
    row(`Saves, ${WRITERS} writers, p95`, alone, "ms"),
    row(`  while ${AT_ONCE} people export`, during, "ms"),
    row("  that is", during / alone, "×"),
  ];
}

function describe(what: string, made: Made): Row[] {
  return [row(`${what}, p50`, percentile(made.times, 0.5), "ms"), row("  p95", percentile(made.times, 0.95), "ms"), ...describeSize(made)];
}

function describeSize({ bytes, peak }: Made): Row[] {
  return [
    row("  size", bytes / 1024, "KB"),
    ...(peak === null ? [] : [row("  peak memory of the workers", peak / 1024 / 1024, "MB")]),
  ];
}

async function make({ app, team, lead }: Bench, options: Partial<ExportOptions>): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  const response = await fetch(`${app.url}${exportHref(team.teamId, options)}`, { headers: { Cookie: cookieHeader(lead) } });
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`The export answered ${response.status}`);
  return { ms: performance.now() - began, bytes: byteLength };
}

async function makeOneByOne(bench: Bench, options: Partial<ExportOptions>, count: number): Promise<Made> {
  const memory = watchChildMemory(bench.app.pid);
  const made = [];
  for (let request = 0; request < count; request += 1) made.push(await make(bench, options));
  return { times: made.map(({ ms }) => ms), bytes: made[0]?.bytes ?? 0, peak: memory.stop() };
}

async function makeAtOnce(bench: Bench): Promise<Made> {
  const memory = watchChildMemory(bench.app.pid);
  const made = await Promise.all(Array.from({ length: AT_ONCE }, async () => make(await otherPerson(bench), {})));
  return { times: made.map(({ ms }) => ms), bytes: made[0]?.bytes ?? 0, peak: memory.stop() };
}

/** Each has a limit of their own. */
async function otherPerson(bench: Bench): Promise<Bench> {
  return { ...bench, lead: await createMember(bench.access, bench.team, "viewer") };
}

/** The p95 of people who save at their own pace, without and during exports, in milliseconds. */
async function measureSavesMeanwhile(bench: Bench): Promise<{ alone: number; during: number }> {
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const team = await createTestTeam(bench.access, "Bench");
      return buildWriter(bench.app.url, await createMember(bench.access, team, "member"), team.teamId, 9);
    }),
  );
  const pause = new AbortController();
  const calm = writeUntil(writers, bench, pause.signal);
  setTimeout(() => pause.abort(), 5_000);
  const alone = percentile(await calm, 0.95);
  const exported = new AbortController();
  const busy = writeUntil(writers, bench, exported.signal);
  await makeAtOnce(bench);
  exported.abort();
  return { alone, during: percentile(await busy, 0.95) };
}

/** How long each save took, in milliseconds. */
async function writeUntil(writers: readonly Writer[], { app }: Bench, signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    writers.map(async (writer) => {
      while (!signal.aborted) {
        const { began, done } = await postOnce(writer, app.url);
        times.push(done - began);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
  return times;
}
