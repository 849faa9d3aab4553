import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { GET as getToolPdf } from "@/app/api/teams/[teamId]/tools/[number]/pdf/route";
import { GET as getToolkitPdf } from "@/app/api/teams/[teamId]/toolkit/pdf/route";
import { updateDisplayName } from "@/lib/data/agency-members";
import { readPdf, squash } from "../pdf/read-pdf";
import { agencyContext, type AgencyFixture, createAgencyFixture, signInCookie } from "../support/people";

const CHOSEN_NAME = "Harbor Light";

let fixture: AgencyFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  await updateDisplayName(await agencyContext(fixture.admin, fixture.agencyId), CHOSEN_NAME);
  cookie = await signInCookie(fixture.admin);
});

async function download(path: string, route: typeof getToolPdf, number?: string): Promise<Uint8Array> {
  const { teamId } = fixture;
  const request = new Request(`http://localhost:3000/api/teams/${teamId}/${path}`, { headers: { cookie } });
  const response = await route(request, { params: Promise.resolve({ teamId, ...(number ? { number } : {}) }) });
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
