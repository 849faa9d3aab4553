import { setTimeout as wait } from "node:timers/promises";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import type { Bench } from "./bench-team";
import { openScreens } from "./live-screens";
import { serverMemory } from "./process-memory";
import { buildWriter, postOnce } from "./saves";
import { percentile, row, type Row } from "./table";

const TOOL = 9;
const STREAMS = [1, 50, 200] as const;
const WARM_UP = 10;
const SAVES = 100;
/** Somewhat slower than a fast typist's browser sends. */
const PAUSE_MS = 50;
const MEMORY_STREAMS = 1_500;

/** How long a save takes to reach other screens, and what an open screen costs the server. */
export async function measureLive(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  // First: what later measures leave behind would go meanwhile.
  const perStream = await measureMemory(bench);
  for (const count of STREAMS) {
    const times = await measureDelivery(bench, count);
    const what = `A save reaches another screen, ${count} open`;
    rows.push(row(`${what}, p50`, percentile(times, 0.5), "ms"), row(`${what}, p95`, percentile(times, 0.95), "ms"));
  }
  if (perStream !== null) rows.push(row("Memory of the server per open screen", perStream / 1024, "KB"));
  return rows;
}

/** Milliseconds from sending a save to receiving it, for each save and each screen. */
async function measureDelivery(bench: Bench, count: number): Promise<number[]> {
  const team = await createTestTeam(bench.access, "Live");
  const writer = buildWriter(bench.app.url, await createMember(bench.access, team, "member"), team.teamId, TOOL);
  const sentAt = new Map<number, number>();
  const arrivals: { seq: number; at: number }[] = [];
  const screens = await openScreens(bench, team, { tool: TOOL, count, onUpdate: (seq, at) => arrivals.push({ seq, at }) });
  try {
    for (let save = 0; save < WARM_UP + SAVES; save++) {
      const { began, seq } = await postOnce(writer, bench.app.url);
      if (save >= WARM_UP) sentAt.set(seq, began);
      await wait(PAUSE_MS);
    }
    const last = Math.max(...sentAt.keys());
    const deadline = performance.now() + 10_000;
    while (arrivals.filter(({ seq }) => seq === last).length < count) {
      if (performance.now() > deadline) throw new Error("The last save did not reach every screen");
      await wait(20);
    }
  } finally {
    for (const screen of screens) screen.destroy();
  }
  // Of saves that came together only the last has an event of its own.
  return arrivals.flatMap(({ seq, at }) => (sentAt.has(seq) ? [at - (sentAt.get(seq) ?? 0)] : []));
}

async function measureMemory(bench: Bench): Promise<number | null> {
  const team = await createTestTeam(bench.access, "Live");
  await settle();
  const before = serverMemory(bench.app.pid);
  if (before === null) return null;
  const screens = await openScreens(bench, team, { tool: TOOL, count: MEMORY_STREAMS });
  await settle();
  const after = serverMemory(bench.app.pid) ?? before;
  for (const screen of screens) screen.destroy();
  // The system can take back more than the screens need; then this says nothing.
  return after > before ? (after - before) / MEMORY_STREAMS : null;
}

/** Time for what was gathered to be sent and for garbage to go. */
const settle = () => wait(3_000);
