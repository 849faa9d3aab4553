import { cookieHeader, type Bench } from "./bench-team";
import { createPerson, createTestTeam, joinTeam } from "@/tests/support/e2e-database";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { percentile, row, type Row } from "./table";

const WARM_UP = 5;
const REQUESTS = 40;
const SERVER_TARGET_MS = 100;

/** Server time of each page with one person: request sent to last byte, one at a time. */
/** Server time of one page. */
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
    `${team}/plan`,
    `${team}/export?comments=1&history=1`,
    ...Array.from({ length: 13 }, (_, index) => `${team}/tools/${index + 1}`),
  ];
  const rows: Row[] = [];
  for (const page of pages) {
    rows.push(await measurePage(bench, page.replace(bench.team.teamId, "[team]").replace(bench.team.agencyId, "[agency]"), page));
  }
  return rows;
}

/** Server time of one page. */
export async function measurePage(bench: Bench, name: string, page: string): Promise<Row> {
  const times: number[] = [];
  for (let request = 0; request < WARM_UP + REQUESTS; request += 1) {
    const time = await timeRequest(bench, page);
    if (request >= WARM_UP) times.push(time);
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return {
    ...row(`${name}: server time, p50 / p95`, p95, "ms", { most: SERVER_TARGET_MS }),
    measured: `${Math.round(p50)} / ${Math.round(p95)} ms`,
  };
}

const AGENCIES = 30;
/** Of each kind that a glance at a team counts: a checklist, the assessment, a plan. */
const ANSWERED = [3, 9, 12] as const;

/** The same for somebody who works in very many agencies, as a state's office does: their teams, and the home of one. */
export async function measureManyAgencies(bench: Bench): Promise<Row[]> {
  const { app, access } = bench;
  const person = await createPerson(access, "State office");
  let teamId = "";
  for (let index = 0; index < AGENCIES; index += 1) {
    const team = await createTestTeam(access, "Bench");
    await joinTeam(access, team, person, "lead");
    ({ teamId } = team);
    for (const toolNumber of ANSWERED) await saveAnswers({ appUrl: app.url, person, teamId, toolNumber }, exampleAnswers(toolNumber));
  }
  const rows: Row[] = [];
  for (const [name, page] of [
    [`/agencies, ${AGENCIES} agencies`, "/agencies"],
    [`/teams/[team], one of ${AGENCIES} agencies`, `/teams/${teamId}`],
  ] as const) {
    rows.push(await measurePage({ ...bench, lead: person }, name, page));
  }
  return rows;
}

async function timeRequest({ app, lead }: Bench, page: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${app.url}${page}`, { headers: { Accept: "text/html", Cookie: cookieHeader(lead) }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}`);
  return performance.now() - began;
}
