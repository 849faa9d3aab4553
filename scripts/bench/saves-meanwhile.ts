import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import type { Bench } from "./bench-team";
import { withBusyCores } from "./busy-cores";
import { AT_ONCE, download, inviteDownloaders } from "./exports";
import { buildWriter, postOnce, SAVE_TARGET_MS, type Writer } from "./saves";
import { percentile, row, type Row } from "./table";

const WRITERS = 5;
const PAUSE_MS = 50;
const TURNS = 3;
const QUIET_MS = 8_000;
/** Some milliseconds more than some ten, which nobody can tell. */
const MOST_BESIDE_ALONE = 1.5;
/** What a core that is busy costs the other one, whatever it is busy with. */
const ONE_OF_LOWEST = { count: 1, priority: os.constants.priority.PRIORITY_LOW };

/**
 * What people who save at their own pace notice of exports, beside what any work on the second core costs them. In
 * turns, so that all three meet the same machine.
 */
export async function measureSavesMeanwhile(bench: Bench): Promise<Row[]> {
  const writers = await inviteWriters(bench);
  // What runs for the first time is slower, and the app, just started, warms its exports up.
  await writeWhile(writers, bench, download(bench));
  await writeWhile(writers, bench, wait(QUIET_MS));
  const alone: number[] = [];
  const besideLoop: number[] = [];
  const besideExports: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    alone.push(...(await writeWhile(writers, bench, wait(QUIET_MS))));
    besideLoop.push(...(await withBusyCores(ONE_OF_LOWEST, () => writeWhile(writers, bench, wait(QUIET_MS)))));
    const people = await inviteDownloaders(bench);
    besideExports.push(...(await writeWhile(writers, bench, Promise.all(people.map((person) => download(person))))));
  }
  const [quiet, busy, exporting] = [alone, besideLoop, besideExports].map((times) => percentile(times, 0.95)) as [number, number, number];
  return [
    row(`Saves, ${WRITERS} writers, p95`, quiet, "ms"),
    row("  while a core is busy with work of lowest priority", busy, "ms"),
    row(`  while ${AT_ONCE} people export`, exporting, "ms", { most: SAVE_TARGET_MS }),
    row("  beside alone", exporting / quiet, "×", { most: MOST_BESIDE_ALONE }),
    row("  beside a busy core", exporting / busy, "×"),
  ];
}

export function inviteWriters({ app, access }: Bench): Promise<Writer[]> {
  return Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const team = await createTestTeam(access, "Bench");
      return buildWriter(app.url, await createMember(access, team, "member"), team.teamId, 9);
    }),
  );
}

/** How long each save took, in milliseconds, until `work` is done. */
export async function writeWhile(writers: readonly Writer[], { app }: Bench, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isDone = false;
  const write = async (writer: Writer) => {
    while (!isDone) {
      const { began, done } = await postOnce(writer, app.url);
      times.push(done - began);
      await wait(PAUSE_MS);
    }
  };
  await Promise.all([work.finally(() => (isDone = true)), ...writers.map(write)]);
  return times;
}
