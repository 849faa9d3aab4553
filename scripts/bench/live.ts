import { once } from "node:events";
import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { cookieHeader, type Bench } from "./bench-team";
import { serverMemory } from "./process-memory";
import { buildWriter, postOnce } from "./saves";
import { percentile, row, type Row } from "./table";

const TOOL = 9;
const STREAMS = [1, 50, 200] as const;
const STREAMS_PER_PERSON = 20;
const WARM_UP = 10;
const SAVES = 100;
/** Somewhat slower than a fast typist's browser sends. */
const PAUSE_MS = 50;
const MEMORY_STREAMS = 400;

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
  const screens = await openScreens(bench, team, count, (seq, at) => arrivals.push({ seq, at }));
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
  const screens = await openScreens(bench, team, MEMORY_STREAMS, () => undefined);
  await settle();
  const after = serverMemory(bench.app.pid) ?? before;
  for (const screen of screens) screen.destroy();
  // The system can take back more than the screens need; then this says nothing.
  return after > before ? (after - before) / MEMORY_STREAMS : null;
}

/** Time for what was gathered to be sent and for garbage to go. */
const settle = () => wait(3_000);

/** Opens screens one after another and waits until each has been greeted. */
async function openScreens(
  { app, access }: Bench,
  team: TestTeam,
  count: number,
  onUpdate: (seq: number, at: number) => void,
): Promise<http.ClientRequest[]> {
  const opened: http.ClientRequest[] = [];
  let person: TestPerson | null = null;
  for (let index = 0; index < count; index++) {
    if (index % STREAMS_PER_PERSON === 0) person = await createMember(access, team, "member");
    if (!person) throw new Error("nobody to open it");
    const url = `${app.url}/api/teams/${team.teamId}/tools/${TOOL}/events?after=0&tab=tab-${index}`;
    const request = http.get(url, { agent: false, headers: { Cookie: cookieHeader(person) } });
    request.on("error", () => undefined); // It is cut at the end.
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`A stream answered ${response.statusCode}`);
    await new Promise<void>((resolve) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const at = performance.now();
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.includes("event: hello")) resolve();
          const seq = /^id: (\d+)/m.exec(event)?.[1];
          if (seq) onUpdate(Number(seq), at);
        }
      });
    });
    opened.push(request);
  }
  return opened;
}
