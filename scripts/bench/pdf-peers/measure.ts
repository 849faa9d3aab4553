import { TABLE_MAX_ROWS } from "@/lib/domain/limits";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { CHECKOUT } from "@/tests/support/e2e-app";
import { requireBrowser } from "../../lib/browser.mjs";
import { type Bench, fillToTheLimit } from "../bench-team";
import { AT_ONCE } from "../exports";
import { proportionalBytes, watchChildMemory } from "../process-memory";
import { percentile, row, type Row, rowInWords } from "../table";
import { loadBenchDocument } from "./bench-document";
import { installPeers } from "./install";
import { type Engine, renderCold, type Rendered } from "./render-cold";
import { type Crowd, CROWD_MINUTES, renderInLine } from "./render-in-line";
import { requireContent } from "./require-content";

const USUAL_ROUNDS = 5;
const FULL_ROUNDS = 3;

/** What an engine did with one document. */
interface Measured {
  readonly engine: Engine;
  /** Milliseconds of each render; empty where one failed. */
  readonly times: readonly number[];
  /** In bytes; null where the system does not tell. */
  readonly peak: number | null;
  readonly failure: string | null;
  /** Twenty at once; null where one failed already. */
  readonly crowd: Crowd | null;
}

/**
 * Our PDF engine beside those that the project's engine trial compared: the whole toolkit of the benchmark's team, each from a cold start,
 * alone and in a line of twenty.
 */
export async function measurePdfPeers(bench: Bench): Promise<Row[]> {
  const engines = listEngines(installPeers(), await requireBrowser(CHECKOUT));
  const usual = await compare(engines, await loadBenchDocument(bench), USUAL_ROUNDS);
  const largest = await fillToTheLimit(bench, { rows: TABLE_MAX_ROWS });
  const full = await compare(engines, await loadBenchDocument(largest), FULL_ROUNDS);
  return [...describe("Whole toolkit, cold,", usual), ...describe(`Texts at their limit, ${TABLE_MAX_ROWS} rows a table, cold,`, full)];
}

/** Ours first. */
function listEngines(packages: string, browser: string): Engine[] {
  const peer = (name: string, script: string, argument: string) => ({ name, script: `scripts/bench/pdf-peers/${script}`, args: [argument] });
  return [
    { name: "Typst (ours)", script: "lib/exports/pdf/typst-worker.mjs", args: [] },
    peer("pdfkit", "pdfkit.mjs", packages),
    peer("Chromium", "chromium.mjs", browser),
    peer("react-pdf", "react-pdf.mjs", packages),
  ];
}

/**
 * In turns, so that all meet the same machine; then once more each for its memory, as watching takes time from it; then
 * twenty at once.
 */
async function compare(engines: readonly Engine[], document: PrintDocument, rounds: number): Promise<Measured[]> {
  const input = JSON.stringify(document);
  const renders = new Map<Engine, Rendered[]>(engines.map((engine) => [engine, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [engine, before] of renders) {
      if (before.some(({ ok }) => !ok)) continue;
      const rendered = await renderCold(engine, input);
      // Each time it is the same document.
      if (rendered.ok && before.length === 0) requireContent(engine.name, rendered.bytes, document);
      before.push(rendered);
    }
  }
  const measured: Measured[] = [];
  for (const [engine, made] of renders) {
    const failure = made.flatMap((one) => (one.ok ? [] : [one.reason]))[0] ?? null;
    const times = failure === null ? made.flatMap((one) => (one.ok ? [one.ms] : [])) : [];
    const works = failure === null;
    measured.push({
      engine,
      times,
      failure,
      peak: works ? await measurePeak(engine, input) : null,
      crowd: works ? await renderInLine(engine, input, AT_ONCE) : null,
    });
  }
  return measured;
}

async function measurePeak(engine: Engine, input: string): Promise<number | null> {
  const memory = watchChildMemory(process.pid, proportionalBytes);
  await renderCold(engine, input);
  return memory.stop();
}

function describe(what: string, [ours, ...peers]: readonly Measured[]): Row[] {
  if (!ours || ours.failure !== null) throw new Error(`Our own engine ${ours?.failure ?? "was not measured"}`);
  const least = percentile(ours.times, 0.5);
  return [ours, ...peers].flatMap(({ engine, times, peak, failure, crowd }) => {
    const name = `${what} by ${engine.name}`;
    if (failure !== null) return [rowInWords(name, failure)];
    const median = percentile(times, 0.5);
    return [
      row(`${name}, p50`, median, "ms"),
      row("  p95", percentile(times, 0.95), "ms"),
      ...(peak === null ? [] : [row("  peak memory, shared pages once", peak / 1024 / 1024, "MB")]),
      ...(engine === ours.engine ? [] : [row("  time beside ours", median / least, "×")]),
      ...(crowd === null ? [] : describeCrowd(crowd)),
    ];
  });
}

function describeCrowd({ times, peak }: Crowd): Row[] {
  const what = `  ${AT_ONCE} at once`;
  if (times.length < AT_ONCE) return [rowInWords(what, `${times.length} within ${CROWD_MINUTES} min`)];
  return [
    row(`${what}, p50`, percentile(times, 0.5), "ms"),
    row("    p95", percentile(times, 0.95), "ms"),
    ...(peak === null ? [] : [row("    peak memory, shared pages once", peak / 1024 / 1024, "MB")]),
  ];
}
