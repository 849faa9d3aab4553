import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { GET as roundEvents } from "@/app/api/teams/[teamId]/rounds/[roundId]/events/route";
import { GET as events } from "@/app/api/teams/[teamId]/tools/[number]/events/route";
import { POST as presence } from "@/app/api/teams/[teamId]/tools/[number]/presence/route";
import { POST as updates } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";
import { closeConnections } from "@/lib/platform/db/client";
import { closeHub } from "@/lib/sync/server/hub";
import type { LiveEvents } from "@/lib/sync/protocol";
import { query } from "./database";

const ORIGIN = "http://localhost:3000";
const ROUTES = { events, presence, updates };

/** Answers a request for one of the live routes. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** The routes of this process. */
export const askHere: Ask = (path, init) => {
  const [, team = "", roundId = ""] = /^\/api\/teams\/([^/]+)\/rounds\/([^/]+)\/events/.exec(path) ?? [];
  if (roundId) return roundEvents(new Request(`${ORIGIN}${path}`, init), { params: Promise.resolve({ teamId: team, roundId }) });
  const [, teamId = "", number = "", name = ""] = /^\/api\/teams\/([^/]+)\/tools\/([^/]+)\/(\w+)/.exec(path) ?? [];
  const route = ROUTES[name as keyof typeof ROUTES];
  return route(new Request(`${ORIGIN}${path}`, init), { params: Promise.resolve({ teamId, number }) });
};

/** Starts a second instance of the app on the same database: a process with connections of its own. */
export async function startInstance(): Promise<{ ask: Ask; process: ChildProcess }> {
  const child = fork(fileURLToPath(new URL("./live-instance.ts", import.meta.url)), {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    silent: true,
  });
  let words = "";
  child.stderr?.on("data", (chunk) => (words += chunk));
  const [port] = (await Promise.race([once(child, "message"), once(child, "exit").then(() => [null])])) as [number | null];
  if (port === null) throw new Error(`The second instance did not start:\n${words}`);
  return { ask: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init), process: child };
}

/** Ends both instances, down to PostgreSQL's side of their connections: the file's database could not be dropped before. */
export async function endInstances(other?: ChildProcess): Promise<void> {
  closeHub();
  if (other?.kill("SIGKILL")) await once(other, "exit");
  await closeConnections();
  await query(
    process.env.DATABASE_OWNER_URL as string,
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
}

export interface Screen {
  readonly ask?: Ask;
  readonly teamId: string;
  readonly cookie: string;
  readonly toolNumber?: number;
}

interface OpenOptions extends Screen {
  readonly tab?: string;
  readonly after?: number;
  readonly lastEventId?: number;
}

function pathOf({ teamId, toolNumber = 1 }: Screen, rest: string): string {
  return `/api/teams/${teamId}/tools/${toolNumber}/${rest}`;
}

export async function askForEvents({ tab = "tab-1", after = 0, lastEventId, ...screen }: OpenOptions, signal?: AbortSignal) {
  const headers = { cookie: screen.cookie, ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }) };
  const path = pathOf(screen, `events?after=${after}&tab=${tab}`);
  return (screen.ask ?? askHere)(path, { headers, ...(signal ? { signal } : {}) });
}

export function post({ ask = askHere, ...screen }: Screen, rest: "updates" | "presence", body: BodyInit): Promise<Response> {
  return ask(pathOf(screen, rest), { method: "POST", headers: { cookie: screen.cookie, origin: ORIGIN }, body });
}

/** Saves and gives the number it got. */
export async function save(screen: Screen, update: Uint8Array): Promise<number> {
  const response = await post(screen, "updates", update as Uint8Array<ArrayBuffer>);
  if (!response.ok) throw new Error(`The save answered ${response.status}: ${await response.text()}`);
  return Number(response.headers.get("workbook-seq"));
}

/** Says where a tab is, and gives who else is there. */
export async function postPresence(screen: Screen, tab: string, itemId: string | null): Promise<LiveEvents["presence"]["people"]> {
  const response = await post(screen, "presence", JSON.stringify({ tab, itemId }));
  if (!response.ok) throw new Error(`Presence answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as LiveEvents["presence"]).people;
}

type LiveEvent = { [Name in keyof LiveEvents]: { readonly name: Name; readonly data: LiveEvents[Name]; readonly id: string | null } }[keyof LiveEvents];

/** An open stream, read like a browser reads it. */
export class OpenStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #gone: AbortController;
  readonly #decoder = new TextDecoder();
  #text = "";

  private constructor(body: ReadableStream<Uint8Array>, gone: AbortController) {
    this.#reader = body.getReader();
    this.#gone = gone;
  }

  static async open(options: OpenOptions): Promise<OpenStream> {
    const gone = new AbortController();
    return OpenStream.#read(await askForEvents(options, gone.signal), gone);
  }

  /** The stream of what has a state: a round, a meeting, a board. */
  static async ofState(ask: Ask, path: string, cookie: string): Promise<OpenStream> {
    const gone = new AbortController();
    return OpenStream.#read(await ask(`${path}/events?tab=tab-1`, { headers: { cookie }, signal: gone.signal }), gone);
  }

  static #read(response: Response, gone: AbortController): OpenStream {
    if (response.status !== 200 || !response.body) throw new Error(`The stream answered ${response.status}`);
    return new OpenStream(response.body, gone);
  }

  /** The next event, whatever it is; null when the stream has ended. @throws when the connection was cut. */
  async next(): Promise<LiveEvent | null> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const lines = this.#text.slice(0, end).split("\n");
        this.#text = this.#text.slice(end + 2);
        const valueOf = (field: string) => lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? null;
        const name = valueOf("event") as LiveEvent["name"] | null;
        if (name) return { name, data: JSON.parse(valueOf("data") ?? "null"), id: valueOf("id") } as LiveEvent;
        continue;
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** The next event of this name; others are passed over. @throws when the stream ends before. */
  async until<Name extends keyof LiveEvents>(
    name: Name,
    isIt: (data: LiveEvents[Name]) => boolean = () => true,
  ): Promise<LiveEvents[Name]> {
    for (;;) {
      const event = await this.next();
      if (!event) throw new Error(`The stream ended before “${name}”`);
      if (event.name === name && isIt(event.data as LiveEvents[Name])) return event.data as LiveEvents[Name];
    }
  }

  /** The browser is gone. */
  close(): void {
    this.#gone.abort();
    this.#reader.cancel().catch(() => undefined);
  }
}
