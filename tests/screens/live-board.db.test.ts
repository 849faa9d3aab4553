import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { GET } from "@/app/api/teams/[teamId]/board/events/route";
import { makePriorities } from "@/lib/links/carry-words";
import type { TeamContext } from "@/lib/platform/auth/context";
import { endInstances, OpenStream } from "../support/live";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";

let fixture: AgencyFixture;
let context: TeamContext;
const streams: OpenStream[] = [];

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => endInstances());

const ask = (path: string, init: RequestInit) => GET(new Request(`http://localhost:3000${path}`, init), { params: Promise.resolve({ teamId: fixture.teamId }) });
const path = () => `/api/teams/${fixture.teamId}/board`;

async function open(person: Person): Promise<OpenStream> {
  const stream = await OpenStream.ofState(ask, path(), await signInCookie(person));
  streams.push(stream);
  return stream;
}

const mark = async (stream: OpenStream) => ((await stream.until("state")).state as { mark: string }).mark;

test("who follows the plan is told when a gap becomes a priority", async () => {
  const stream = await open(fixture.admin);
  const first = await mark(stream);
  await makePriorities(context, { itemIds: ["t3-6"], rowId: null });
  expect(await mark(stream)).not.toBe(first);
});

test("it is for who may open the plan’s tool alone", async () => {
  const partner = await addToTeam(fixture, "partner", [9]);
  expect((await ask(`${path()}/events`, { headers: { cookie: await signInCookie(partner) } })).status).toBe(404);
  expect((await ask(`${path()}/events`, { headers: { cookie: await signInCookie((await createAgencyFixture("Lakeside Fire")).admin) } })).status).toBe(404);
  expect((await ask(`${path()}/events?once`, { headers: { cookie: await signInCookie(await addToTeam(fixture, "partner", [12])) } })).status).toBe(200);
});
