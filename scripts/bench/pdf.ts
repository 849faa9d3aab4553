import { exportHref } from "@/lib/export/export-options";
import { cookieHeader, type Bench } from "./bench-team";
import { watchChildMemory } from "./process-memory";
import { percentile, row, type Row } from "./table";

const EXPORTS = 10;
const PDF_TARGET_MS = 3_000;

/** The whole toolkit as PDF, one request at a time: to the last byte, and what the workers take meanwhile. */
export async function measurePdf({ app, team, lead }: Bench): Promise<Row[]> {
  const memory = watchChildMemory(app.pid);
  const times: number[] = [];
  let bytes = 0;
  for (let request = 0; request < EXPORTS; request += 1) {
    const began = performance.now();
    const response = await fetch(`${app.url}${exportHref(team.teamId, {})}`, {
      headers: { Cookie: cookieHeader(lead) },
    });
    bytes = (await response.arrayBuffer()).byteLength;
    if (!response.ok) throw new Error(`The export answered ${response.status}`);
    times.push(performance.now() - began);
  }
  const peak = memory.stop();
  return [
    row("Whole toolkit as PDF, p50", percentile(times, 0.5), "ms"),
    row("Whole toolkit as PDF, p95", percentile(times, 0.95), "ms", { most: PDF_TARGET_MS }),
    row("  size", bytes / 1024, "KB"),
    ...(peak === null ? [] : [row("  peak memory of the PDF worker", peak / 1024 / 1024, "MB")]),
  ];
}
