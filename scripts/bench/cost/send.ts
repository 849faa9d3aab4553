import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { CHECKOUT } from "@/tests/support/e2e-app";
import type { TestPerson } from "@/tests/support/e2e-database";
import { BENCH_APP } from "../starts";

/** An attacker answers to nobody: as many connections as they like. Bounded, so that this machine's sockets last. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
const GIVES_UP_MS = 20_000;

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly person?: TestPerson;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  /** 0 when the connection was cut or nothing came. */
  readonly status: number;
  readonly text: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** One request, whatever becomes of it. */
export function send(appUrl: string, { method = "POST", path: to, person, body, headers = {} }: Sent): Promise<Answer> {
  const cookie = person ? { Cookie: `${person.cookie.name}=${person.cookie.value}` } : {};
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, text: "", headers: {} });
    const options = { method, agent, timeout: GIVES_UP_MS, headers: { Origin: appUrl, ...cookie, ...length, ...headers } };
    const request = http.request(`${appUrl}${to}`, options, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("error", nothing)
        .on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: response.headers }));
    });
    request.on("error", nothing).on("timeout", () => request.destroy());
    request.end(body);
  });
}

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename?: string; readonly exportedName?: string }>>;
}

let actionIds: ReadonlyMap<string, string> | undefined;

/** Calls a server action by its name, as a browser does. Its answer is within the text. */
export function act(appUrl: string, name: string, args: readonly unknown[], { path: page, person }: Pick<Sent, "path" | "person">): Promise<Answer> {
  if (!actionIds) {
    const file = path.join(CHECKOUT, BENCH_APP.env.NEXT_DIST_DIR, "server/server-reference-manifest.json");
    const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    actionIds = new Map(Object.entries(node).map(([id, { exportedName = "" }]) => [exportedName, id]));
  }
  const id = actionIds.get(name);
  if (!id) throw new Error(`There is no action ${name}`);
  const headers = { "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8", Accept: "text/x-component" };
  return send(appUrl, { path: page, body: JSON.stringify(args), headers, ...(person ? { person } : {}) });
}

/** How often each status came: "204 × 160, 429 × 12". */
export function tally(answers: readonly Answer[]): string {
  const counts = new Map<string, number>();
  for (const { status, text } of answers) {
    // An action's refusal is an answer like any other.
    const what = status === 200 && text.includes('"ok":false') ? "refused" : String(status || "cut");
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `${what} × ${count}`).join(", ");
}
