import os from "node:os";
import type { Bench } from "./bench-team";
import { withBusyCores } from "./busy-cores";
import { download } from "./exports";
import { percentile, row, type Row } from "./table";

const TURNS = 3;
/** Slower than this beside its time alone, and nobody gets a file from a busy server. */
const MOST_BESIDE_ALONE = 3;

/**
 * How long a Word file takes while other programs of usual priority keep every core busy, beside its time alone. In turns, so
 * that both meet the same machine.
 */
export async function measureExportsWhenBusy(bench: Bench): Promise<Row[]> {
  const word = async () => (await download(bench, { format: "docx" })).ms;
  // The app, just started, warms its exports up.
  await word();
  const alone: number[] = [];
  const busy: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    alone.push(await word());
    busy.push(await withBusyCores({ count: os.availableParallelism(), priority: os.constants.priority.PRIORITY_NORMAL }, word));
  }
  const [quiet, beside] = [percentile(alone, 0.5), percentile(busy, 0.5)];
  return [
    row("Whole toolkit as docx, p50", quiet, "ms"),
    row("  while other programs keep every core busy", beside, "ms"),
    row("  beside alone", beside / quiet, "×", { most: MOST_BESIDE_ALONE }),
  ];
}
