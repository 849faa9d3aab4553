import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { GET as getToolPdf } from "@/app/api/teams/[teamId]/tools/[number]/pdf/route";
import { GET as getToolkitPdf } from "@/app/api/teams/[teamId]/toolkit/pdf/route";
import { EXPORTS_PER_PERSON } from "@/app/api/teams/[teamId]/team-export";
import { countAttempt } from "@/lib/auth/throttle";
import { getTool } from "@/content/tools";
import { updateDisplayName } from "@/lib/data/agency-members";
import { createThread } from "@/lib/data/comments";
import { toolItems } from "@/lib/tools/items";
import { readPdf, squash } from "../pdf/read-pdf";
import { agencyContext, type AgencyFixture, createAgencyFixture, signInCookie, teamContext } from "../support/people";

const CHOSEN_NAME = "Harbor Light";

let fixture: AgencyFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  await updateDisplayName(await agencyContext(fixture.admin, fixture.agencyId), CHOSEN_NAME);
  cookie = await signInCookie(fixture.admin);
});

async function ask(path: string, route: typeof getToolPdf, number?: string): Promise<Response> {
  const { teamId } = fixture;
  const request = new Request(`http://localhost:3000/api/teams/${teamId}/${path}`, { headers: { cookie } });
  return route(request, { params: Promise.resolve({ teamId, ...(number ? { number } : {}) }) });
}

async function download(...address: Parameters<typeof ask>): Promise<Uint8Array> {
  const response = await ask(...address);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function authorOf(bytes: Uint8Array): Promise<unknown> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { info } = await (await loading.promise).getMetadata();
  await loading.destroy();
  return (info as { Author?: unknown }).Author;
}

test("a download names whoever made it by the name they chose for the agency, never by their account's", async () => {
  const tool = await download("tools/1/pdf", getToolPdf, "1");
  expect(await authorOf(tool)).toBe(CHOSEN_NAME);
  const { text } = await readPdf(await download("toolkit/pdf", getToolkitPdf));
  expect(text).toContain(squash(`Prepared by ${CHOSEN_NAME}`));
  expect(text).not.toContain(squash(fixture.admin.name));
});

test("comments are in a download only when they were asked for", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId);
  const [item] = toolItems(getTool(3));
  await createThread(context, { toolNumber: 3, itemId: item!.id, body: "Ask the county first." });
  for (const [path, isWanted] of [
    ["tools/3/pdf", false],
    ["tools/3/pdf?comments=1", true],
  ] as const) {
    const { text } = await readPdf(await download(path, getToolPdf, "3"));
    expect(text.includes(squash("Ask the county first.")), path).toBe(isWanted);
  }
  const { text } = await readPdf(await download("toolkit/pdf?comments=1", getToolkitPdf));
  expect(text).toContain(squash("Ask the county first."));
});

test("one person's downloads pause after sixty in an hour, with words that say so", async () => {
  for (let made = 0; made < 60; made += 1) await countAttempt(EXPORTS_PER_PERSON, fixture.admin.userId);
  const response = await ask("tools/1/pdf", getToolPdf, "1");
  expect([response.status, await response.text()]).toEqual([429, expect.stringMatching(/wait an hour/)]);
});
