import { once } from "node:events";
import http from "node:http";
import { createMember, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { cookieHeader, type Bench } from "./bench-team";

/** The app's own limit (lib/screens/screens). */
const STREAMS_PER_PERSON = 20;

interface Screens {
  readonly tool: number;
  readonly count: number;
  /** A save came in: its number, and when by `performance.now()`. */
  readonly onUpdate?: (seq: number, at: number) => void;
}

/** Opens streams one after another, as browsers do, and waits until each has been greeted. Whoever opens them destroys them. */
export async function openScreens(
  { app, access }: Bench,
  team: TestTeam,
  { tool, count, onUpdate }: Screens,
): Promise<http.ClientRequest[]> {
  const opened: http.ClientRequest[] = [];
  let person: TestPerson | null = null;
  for (let index = 0; index < count; index++) {
    if (index % STREAMS_PER_PERSON === 0) person = await createMember(access, team, "member");
    if (!person) throw new Error("nobody to open it");
    const url = `${app.url}/api/teams/${team.teamId}/tools/${tool}/events?after=0&tab=tab-${index}`;
    const request = http.get(url, { agent: false, headers: { Cookie: cookieHeader(person) } });
    request.on("error", () => undefined); // It is cut at the end.
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`A stream answered ${response.statusCode}`);
    await greeted(response, onUpdate);
    opened.push(request);
  }
  return opened;
}

async function greeted(response: http.IncomingMessage, onUpdate: Screens["onUpdate"]): Promise<void> {
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
        if (seq) onUpdate?.(Number(seq), at);
      }
    });
  });
}
