import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { toolItems } from "@/lib/domain/tool/items";
import { updateDisplayName } from "@/lib/people/own-names";
import { endInstances, OpenStream, save } from "../support/live";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";
import { getTool } from "../support/tools";

const TOOL = 1;
const text = toolItems(getTool(TOOL)).find(({ kind }) => kind === "text")?.id as string;

let ours: AgencyFixture;
let dana: Person;
const streams: OpenStream[] = [];

beforeEach(async () => {
  ours = await createAgencyFixture();
  dana = await addToTeam(ours, "member");
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => endInstances());

async function open(person: Person, tab: string): Promise<OpenStream> {
  const stream = await OpenStream.open({ teamId: ours.teamId, cookie: await signInCookie(person), tab });
  streams.push(stream);
  return stream;
}

/** Waits until the others are here under these names. */
async function untilHere(stream: OpenStream, names: readonly string[]) {
  for (;;) {
    const { people } = await stream.until("presence");
    if (JSON.stringify(people.map(({ name }) => name).sort()) === JSON.stringify([...names].sort())) return people;
  }
}

test.each(["renamed", "apart"] as const)("a new name (%s) shows at once to everyone who has the tool open, and with the next save", async (earlier) => {
  const watching = await open(ours.admin, "watching");
  await open(dana, "writing");
  const before = await untilHere(watching, ["Avery Admin", "Robin member"]);
  await updateDisplayName(await agencyContext(dana, ours.agencyId), "River Otter", earlier);
  // The page is drawn anew for its marks and lists.
  expect(await watching.until("changed")).toEqual({ what: "status" });
  const after = await untilHere(watching, ["Avery Admin", "River Otter"]);
  const idOf = (people: typeof after, name: string) => people.find((one) => one.name === name)?.userId;
  if (earlier === "apart") expect(JSON.stringify(after)).not.toContain(dana.userId);
  else expect(idOf(after, "River Otter")).toBe(idOf(before, "Robin member"));

  const screen = { teamId: ours.teamId, cookie: await signInCookie(dana) };
  await save(screen, (await Client.open(await teamContext(dana, ours.teamId), TOOL)).answer(text, "Under the new name."));
  expect((await watching.until("update")).by).toEqual({ userId: idOf(after, "River Otter"), name: "River Otter" });
});
