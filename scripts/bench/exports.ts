import http from "node:http";
import { TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { exportHref, type ExportFormat, type ExportOptions } from "@/lib/exports/document/export-options";
import { createMember } from "@/tests/support/e2e-database";
import { type Bench, cookieHeader, fillToTheLimit } from "./bench-team";
import { watchChildMemory } from "./process-memory";
import { percentile, row, type Row } from "./table";

const ONE_BY_ONE = 10;
export const AT_ONCE = 20;
const PDF_TARGET_MS = 3_000;
const FORMATS: readonly ExportFormat[] = ["docx", "xlsx", "csv", "json"];

interface Made {
  /** Milliseconds to the last byte. */
  readonly times: readonly number[];
  readonly bytes: number;
  /** What the workers took at most, together; null where the system does not tell. */
  readonly peak: number | null;
}

/** The whole toolkit in each format, at usual and at full size, one at a time and twenty at once. */
export async function measureExports(bench: Bench): Promise<Row[]> {
  const pdf = await makeOneByOne(bench, {}, ONE_BY_ONE);
  const others = [];
  for (const format of FORMATS) others.push(...describe(`Whole toolkit as ${format}`, await makeOneByOne(bench, { format }, 5)));
  const atOnce = await makeAtOnce(bench);
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
    ...describe(`… and ${TABLE_MAX_ROWS} rows in every table`, await makeAtOnce(largest)),
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

async function makeOneByOne(bench: Bench, options: Partial<ExportOptions>, count: number): Promise<Made> {
  const memory = watchChildMemory(bench.app.pid);
  const made = [];
  for (let request = 0; request < count; request += 1) made.push(await download(bench, options));
  return { times: made.map(({ ms }) => ms), bytes: made[0]?.bytes ?? 0, peak: memory.stop() };
}

async function makeAtOnce(bench: Bench): Promise<Made> {
  const people = await inviteDownloaders(bench);
  const memory = watchChildMemory(bench.app.pid);
  const made = await Promise.all(people.map((person) => download(person)));
  return { times: made.map(({ ms }) => ms), bytes: made[0]?.bytes ?? 0, peak: memory.stop() };
}

/** As many people of the team: each has a limit of their own of how much they download. */
export function inviteDownloaders(bench: Bench): Promise<Bench[]> {
  return Promise.all(
    Array.from({ length: AT_ONCE }, async () => ({ ...bench, lead: await createMember(bench.access, bench.team, "viewer") })),
  );
}

/** One download, as its asker sees it. By node:http, because `fetch` gives up when a line is longer than five minutes. */
export function download({ app, team, lead }: Bench, options: Partial<ExportOptions> = {}): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const address = `${app.url}${exportHref(team.teamId, options)}`;
    const request = http.get(address, { headers: { Cookie: cookieHeader(lead) } }, (response) => {
      let bytes = 0;
      response
        .on("data", (chunk: Buffer) => (bytes += chunk.byteLength))
        .on("error", reject)
        .on("end", () => {
          if (response.statusCode !== 200) reject(new Error(`The export answered ${response.statusCode}`));
          else resolve({ ms: performance.now() - began, bytes });
        });
    });
    request.on("error", reject);
  });
}
