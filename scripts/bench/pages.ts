import { cookieHeader, type Bench } from "./bench-team";
import { percentile, row, type Row } from "./table";

const WARM_UP = 5;
const REQUESTS = 40;
const SERVER_TARGET_MS = 100;

/** Server time of each page with one person: request sent to last byte, one at a time. */
export async function measurePages(bench: Bench): Promise<Row[]> {
  const team = `/teams/${bench.team.teamId}`;
  const pages = [
    "/",
    "/guide",
    "/account",
    "/agencies",
    `/agencies/${bench.team.agencyId}`,
    team,
    `${team}/people`,
    `${team}/readiness`,
    `${team}/export?comments=1&history=1`,
    ...Array.from({ length: 13 }, (_, index) => `${team}/tools/${index + 1}`),
  ];
  const rows: Row[] = [];
  for (const page of pages) {
    const times: number[] = [];
    for (let request = 0; request < WARM_UP + REQUESTS; request += 1) {
      const time = await timeRequest(bench, page);
      if (request >= WARM_UP) times.push(time);
    }
    const name = page.replace(bench.team.teamId, "[team]").replace(bench.team.agencyId, "[agency]");
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    rows.push({
      ...row(`${name}: server time, p50 / p95`, p95, "ms", { most: SERVER_TARGET_MS }),
      measured: `${Math.round(p50)} / ${Math.round(p95)} ms`,
    });
  }
  return rows;
}

async function timeRequest({ app, lead }: Bench, page: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${app.url}${page}`, { headers: { Cookie: cookieHeader(lead) }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}`);
  return performance.now() - began;
}
