import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import type { Bench } from "./bench-team";
import { type Attack, ATTACKS } from "./cost/attacks";
import type { Times, Watch } from "./cost/watcher";
import { percentile, row, type Row } from "./table";

/** The longest that anybody else may wait, in milliseconds. */
const LIMIT_MS = 100;
/** Before, between and after attacks: what they left behind is over. */
const QUIET_MS = 2_000;
const LONGEST_MS = 25_000;
const ALONE_MS = 6_000;

interface Measured {
  readonly what: string;
  readonly answers: string;
  readonly times: Times;
}

/**
 * What one person can cost the others: how much longer than usual the saves of a second agency, and a page of theirs,
 * take at worst while somebody of a first agency does this. Usual is the median while nothing else goes on. The attackers'
 * own work has the lowest priority, as they are on other machines.
 */
export async function measureCostToOthers(bench: Bench): Promise<Row[]> {
  const { app, access } = bench;
  const team = await createTestTeam(access, "Bench");
  const watch: Watch = { appUrl: app.url, team, person: await createMember(access, team, "member") };
  const watcher = fork(fileURLToPath(new URL("./cost/watcher.ts", import.meta.url)), {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  const usual = os.getPriority();
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  try {
    // What runs for the first time is slower.
    await during(watcher, watch, () => wait(ALONE_MS));
    const alone = await during(watcher, watch, () => wait(ALONE_MS));
    const measured: Measured[] = [{ what: "Nothing", answers: "", times: alone }];
    for (const attack of ATTACKS) measured.push(await measure(bench, watcher, watch, attack));
    const waits = measured.map((one) => ({ ...one, save: worstWait(one.times.saves, alone.saves), page: worstWait(one.times.pages, alone.pages) }));
    print(waits);
    return waits.flatMap(({ what, save, page }) => [
      row(`${what}: another agency's save waits, at worst`, save, "ms", { most: LIMIT_MS }),
      row("  its page", page, "ms", { most: LIMIT_MS }),
    ]);
  } finally {
    watcher.kill();
    try {
      os.setPriority(usual);
    } catch {
      // Only root may raise it again: the parts that follow are told apart by being run apart.
    }
  }
}

async function measure({ app, access }: Bench, watcher: ChildProcess, watch: Watch, { what, run }: Attack): Promise<Measured> {
  const team = await createTestTeam(access, "Bench");
  const attacker = { app, access, team, member: await createMember(access, team, "member") };
  let answers = "went on for longer";
  const times = await during(watcher, watch, async () => {
    const attack = run(attacker).then((words) => (answers = words));
    await Promise.race([attack, wait(LONGEST_MS, undefined, { ref: false })]);
  });
  console.log(`  ${what}: ${answers}; longest save ${Math.round(Math.max(...times.saves))} ms, page ${Math.round(Math.max(...times.pages))} ms`);
  return { what, answers, times };
}

/** What the others met from a moment before the work until a moment after it. */
async function during(watcher: ChildProcess, watch: Watch, work: () => Promise<unknown>): Promise<Times> {
  watcher.send(watch);
  await wait(QUIET_MS / 4);
  await work();
  await wait(QUIET_MS);
  watcher.send("stop");
  const [times] = (await once(watcher, "message")) as [Times];
  return times;
}

function worstWait(times: readonly number[], alone: readonly number[]): number {
  return Math.max(0, ...times) - percentile(alone, 0.5);
}

function print(waits: readonly (Measured & { readonly save: number; readonly page: number })[]): void {
  const ms = (value: number) => `${Math.round(value)} ms`;
  console.log(`\n| One person does this | Answers | A save of another agency waits, at worst | A page | ≤ ${LIMIT_MS} ms |\n|---|---|---|---|---|`);
  for (const { what, answers, save, page, times } of waits) {
    const isMet = save <= LIMIT_MS && page <= LIMIT_MS && times.failed === 0;
    console.log(`| ${what} | ${answers} | ${ms(save)} | ${ms(page)} | ${isMet ? "yes" : times.failed ? `no, ${times.failed} failed` : "no"} |`);
  }
}
