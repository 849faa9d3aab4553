import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { TestPerson, TestTeam } from "@/tests/support/e2e-database";
import { buildWriter, postOnce } from "../saves";

// A process of its own, so that what is measured is not the attackers' own work: an agency that saves and opens a page.

export interface Watch {
  readonly appUrl: string;
  readonly team: TestTeam;
  readonly person: TestPerson;
}

/** How long each took, in milliseconds. */
export interface Times {
  readonly saves: readonly number[];
  readonly pages: readonly number[];
  /** What was not answered as usual. */
  readonly failed: number;
}

const PAUSE_MS = 40;
const TOOL = 3;

let isWatching = false;
let watching: Promise<unknown> = Promise.resolve();
let times = { saves: [] as number[], pages: [] as number[], failed: 0 };

async function repeat(once: () => Promise<number>, note: (ms: number) => unknown): Promise<void> {
  while (isWatching) {
    await once().then(note, () => (times.failed += 1));
    await wait(PAUSE_MS);
  }
}

const agent = new http.Agent({ keepAlive: true });

/** The page every other begins at. */
function openPage({ appUrl, team, person }: Watch): Promise<number> {
  const began = performance.now();
  const headers = { Cookie: `${person.cookie.name}=${person.cookie.value}` };
  return new Promise((resolve, reject) => {
    const request = http.get(`${appUrl}/teams/${team.teamId}`, { agent, headers }, (response) => {
      response.resume().on("error", reject).on("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`The page answered ${response.statusCode}`));
      });
    });
    request.on("error", reject);
  });
}

process.on("message", (message: Watch | "stop") => {
  if (message === "stop") {
    isWatching = false;
    void watching.then(() => process.send?.(times));
    return;
  }
  times = { saves: [], pages: [], failed: 0 };
  isWatching = true;
  const writer = buildWriter(message.appUrl, message.person, message.team.teamId, TOOL);
  const save = async () => {
    const { began, done } = await postOnce(writer, message.appUrl);
    return done - began;
  };
  watching = Promise.all([
    repeat(save, (ms) => times.saves.push(ms)),
    repeat(() => openPage(message), (ms) => times.pages.push(ms)),
  ]);
});
process.once("disconnect", () => process.exit());
