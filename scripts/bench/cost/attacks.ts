import http from "node:http";
import { toolItems } from "@/lib/domain/tool/items";
import { FILE_NAME_HEADER } from "@/lib/evidence/evidence-file";
import { exportHref } from "@/lib/exports/document/export-options";
import type { RevisionKey } from "@/lib/history/history";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { createMember, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { lettersIntoARun } from "@/tests/support/hostile-updates";
import { getTool, refTo } from "@/tests/support/tools";
import { type Bench, cookieHeader } from "../bench-team";
import { act, send, type Sent, tally } from "./send";

/** An agency that means harm, or has a script that went wrong. */
export interface Attacker extends Pick<Bench, "app" | "access"> {
  readonly team: TestTeam;
  readonly member: TestPerson;
}

export interface Attack {
  readonly what: string;
  /** @returns what was answered, in words. */
  readonly run: (attacker: Attacker) => Promise<string>;
}

const TOOL = 1;
const items = toolItems(getTool(TOOL));
const TEXT = items.find(({ kind }) => kind === "text")?.id as string;

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const toolOf = ({ teamId }: TestTeam) => `/api/teams/${teamId}/tools/${TOOL}`;
const pageOf = ({ teamId }: TestTeam) => `/teams/${teamId}/tools/${TOOL}`;

/** Sends all of them at once. */
async function flood(appUrl: string, requests: readonly Sent[]): Promise<string> {
  return tally(await Promise.all(requests.map((request) => send(appUrl, request))));
}

export const ATTACKS: readonly Attack[] = [
  {
    what: "A sign-up whose name is 800 KB of combining marks",
    run: async ({ app }) => {
      const input = { name: "\u0301".repeat(400_000), email: "somebody@example.org", password: "violet otter hums quietly" };
      return tally([await act(app.url, "signUpAction", [input], { path: "/sign-up" })]);
    },
  },
  {
    what: "A Yjs update of 12 KB that is slow to apply, five times",
    run: async ({ app, team, member }) => {
      const body = new Uint8Array(lettersIntoARun(TEXT, 2_000));
      const headers = { "Content-Type": "application/octet-stream" };
      const answers = [];
      for (let sent = 0; sent < 5; sent += 1) answers.push(await send(app.url, { path: `${toolOf(team)}/updates`, person: member, body, headers }));
      return tally(answers);
    },
  },
  {
    what: "1,500 presence posts with made-up tabs",
    run: ({ app, team, member }) => {
      const headers = { "Content-Type": "application/json" };
      const path = `${toolOf(team)}/presence`;
      return flood(app.url, times(1_500, (tab) => ({ path, person: member, headers, body: JSON.stringify({ tab: `made-up-${tab}`, itemId: null }) })));
    },
  },
  { what: "160 restores by one member", run: restore },
  {
    what: "25 exports by one viewer",
    run: async ({ app, access, team }) => {
      const person = await createMember(access, team, "viewer");
      return flood(app.url, times(25, () => ({ method: "GET", path: exportHref(team.teamId, {}), person })));
    },
  },
  {
    what: "A body of 30 MB, urlencoded",
    run: ({ app }) => {
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      return flood(app.url, [{ path: "/api/auth/callback/password", headers, body: `password=${"a=b&".repeat(7_500_000)}` }]);
    },
  },
  { what: "50 wrong sign-ins at once", run: guess },
  {
    what: "400 comments by one member at once",
    run: async ({ app, team, member }) => {
      const comment = (index: number) => [team.teamId, { toolRef: refTo(TOOL), itemId: items[index % items.length]?.id, body: `Words ${index} `.repeat(300) }];
      return tally(await Promise.all(times(400, (index) => act(app.url, "createThreadAction", comment(index), { path: pageOf(team), person: member }))));
    },
  },
  {
    what: "150 files of 1 MB by one member at once",
    run: ({ app, team, member }) => {
      const path = (index: number) => `${toolOf(team)}/items/${items[index % items.length]?.id}/files`;
      const body = (index: number) => Buffer.from(`${index} `.padEnd(1024 * 1024, "words "));
      const headers = (index: number) => ({ "Content-Type": "application/octet-stream", [FILE_NAME_HEADER]: `file-${index}.txt` });
      return flood(app.url, times(150, (index) => ({ path: path(index), person: member, body: body(index), headers: headers(index) })));
    },
  },
  { what: "200 streams opened by one member at once", run: openStreams },
  {
    what: "500 pages asked for by one member at once",
    run: ({ app, team, member }) => flood(app.url, times(500, () => ({ method: "GET", path: pageOf(team), person: member }))),
  },
];

/** There and back again, so that each changes the answer. */
async function restore({ app, team, member }: Attacker): Promise<string> {
  await saveAnswers({ appUrl: app.url, person: member, teamId: team.teamId, toolNumber: TOOL }, { [TEXT]: "Words to come back to." });
  const { text } = await send(app.url, { method: "GET", path: `${toolOf(team)}/items/${TEXT}/history`, person: member });
  const [newest] = (JSON.parse(text) as { revisions: readonly { key: RevisionKey }[] }).revisions;
  const input = (index: number) => ({ toolRef: refTo(TOOL), itemId: TEXT, revision: newest?.key, which: index % 2 ? "after" : "before" });
  const target = { path: pageOf(team), person: member };
  const answers = tally(await Promise.all(times(160, (index) => act(app.url, "restoreAnswerAction", [team.teamId, input(index)], target))));
  if (!answers.includes("200 ×")) throw new Error(`Nothing was restored, so nothing was measured: ${answers}`);
  return answers;
}

async function guess({ app }: Attacker): Promise<string> {
  const { text, headers } = await send(app.url, { method: "GET", path: "/api/auth/csrf" });
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  const Cookie = (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
  const body = (index: number) => new URLSearchParams({ csrfToken, email: `nobody${index}@example.org`, password: "not the password of anyone", json: "true" }).toString();
  return flood(
    app.url,
    times(50, (index) => ({
      path: "/api/auth/callback/password",
      body: body(index),
      headers: { Cookie, "Content-Type": "application/x-www-form-urlencoded" },
    })),
  );
}

/** Each is read from until the end, as a browser does; then all are closed. */
async function openStreams({ app, team, member }: Attacker): Promise<string> {
  const requests: http.ClientRequest[] = [];
  const open = (tab: number) =>
    new Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }>((resolve) => {
      const url = `${app.url}${toolOf(team)}/events?after=0&tab=tab-${tab}`;
      const request = http.get(url, { agent: false, headers: { Cookie: cookieHeader(member) } }, (response) => {
        response.on("error", () => undefined).resume();
        resolve({ status: response.statusCode ?? 0, text: "", headers: response.headers });
      });
      request.on("error", () => resolve({ status: 0, text: "", headers: {} }));
      requests.push(request);
    });
  const answers = await Promise.all(times(200, open));
  for (const request of requests) request.destroy();
  return tally(answers);
}
